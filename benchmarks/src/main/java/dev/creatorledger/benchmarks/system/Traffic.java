package dev.creatorledger.benchmarks.system;

import dev.creatorledger.standalone.load.BatchBody;
import dev.creatorledger.standalone.load.SentImpression;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the bodies of batches before anything is measured, the same from the same seed.
 *
 * <p>Impressions are spread over the current hour and the hours before it, so that every window is an ordinary one; of
 * each hundred, as many as asked for repeat an earlier one of the same traffic.
 */
final class Traffic {

    private static final int REMEMBERED = 20_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int LONGEST_WATCHED = 8_000;

    private final Population population;
    private final LoadOptions options;
    private final Instant now;

    Traffic(Population population, LoadOptions options, Instant now) {
        this.population = population;
        this.options = options;
        this.now = now;
    }

    /** Batches of all channels; {@code name} keeps the ids of one traffic apart from another's. */
    List<byte[]> ordinary(String name, int impressions) {
        return ordinary(name, impressions, options.batch());
    }

    /** Batches of one impression each. */
    List<byte[]> singles(String name, int impressions) {
        return ordinary(name, impressions, 1);
    }

    private List<byte[]> ordinary(String name, int impressions, int batch) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        List<SentImpression> sent = new ArrayList<>(REMEMBERED);
        List<byte[]> bodies = new ArrayList<>();
        BatchBody body = new BatchBody();
        for (int i = 0; i < impressions; i++) {
            boolean repeat = !sent.isEmpty() && random.nextInt(100) < options.duplicates();
            SentImpression impression = repeat
                    ? sent.get(random.nextInt(sent.size()))
                    : impression(name + '-' + i, population.draw(random), shownAt(random), random);
            if (!repeat) {
                remember(sent, impression, i);
            }
            body.add(impression);
            if (body.size() == batch || i == impressions - 1) {
                bodies.add(body.take());
            }
        }
        return bodies;
    }

    /** Batches of one channel and one hour that is over and can still be booked; nothing is repeated. */
    List<byte[]> hot(String name, int channel, int impressions) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        long hour = now.truncatedTo(ChronoUnit.HOURS).toEpochMilli() - 2 * HOUR_MILLIS;
        List<byte[]> bodies = new ArrayList<>();
        BatchBody body = new BatchBody();
        for (int i = 0; i < impressions; i++) {
            body.add(impression(name + '-' + i, channel, hour + random.nextLong(HOUR_MILLIS), random));
            if (body.size() == options.batch() || i == impressions - 1) {
                bodies.add(body.take());
            }
        }
        return bodies;
    }

    private SentImpression impression(String id, int channel, long shownAt, SplittableRandom random) {
        return new SentImpression(
                id,
                population.videoId(channel),
                "ad-" + random.nextInt(50),
                "PRE_ROLL",
                shownAt,
                random.nextInt(LONGEST_WATCHED),
                random.nextLong(200, 1_501));
    }

    private long shownAt(SplittableRandom random) {
        long oldest = now.truncatedTo(ChronoUnit.HOURS).toEpochMilli() - (options.hours() - 1) * HOUR_MILLIS;
        return random.nextLong(oldest, now.toEpochMilli());
    }

    private static void remember(List<SentImpression> sent, SentImpression impression, int i) {
        if (sent.size() < REMEMBERED) {
            sent.add(impression);
        } else {
            sent.set(i % REMEMBERED, impression);
        }
    }
}
