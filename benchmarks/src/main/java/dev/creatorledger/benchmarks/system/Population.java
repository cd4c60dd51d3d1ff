package dev.creatorledger.benchmarks.system;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Channels of which a few have most of the impressions: the n-th has a weight of 1/n (Zipf). */
final class Population {

    private final double[] upTo;

    Population(int channels) {
        upTo = new double[channels];
        double sum = 0;
        for (int i = 0; i < channels; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    int size() {
        return upTo.length;
    }

    String channelId(int channel) {
        return "bench-" + channel;
    }

    String videoId(int channel) {
        return "bench-" + channel + "-video";
    }

    /** A channel, the popular ones more often. */
    int draw(RandomGenerator random) {
        double point = random.nextDouble(upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, point);
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
}
