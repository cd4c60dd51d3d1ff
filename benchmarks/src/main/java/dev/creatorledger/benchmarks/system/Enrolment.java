package dev.creatorledger.benchmarks.system;

import dev.creatorledger.standalone.load.ChannelSetup;
import dev.creatorledger.standalone.load.LedgerClient;
import dev.creatorledger.standalone.load.Patience;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Registers a population and takes all of it into the ad-revenue programme, over HTTP. */
final class Enrolment {

    private static final int AT_ONCE = 16;
    private static final long FOLLOWERS = 200;
    private static final int SHARE_BPS = 5_500;

    private final ChannelSetup setup;
    private final LocalDate watchedOn;

    Enrolment(URI address, String token, Instant now) {
        setup = new ChannelSetup(new LedgerClient(address, token, Patience.ofOneMinute()), "a benchmark");
        watchedOn = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    }

    /** Everybody of the population. */
    void enrol(Population population) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> done = new ArrayList<>();
            IntStream.range(0, population.size())
                    .forEach(channel -> done.add(workers.submit(() -> enrol(population, channel))));
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new BenchmarkException("the channels cannot be set up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** What a channel is called, and its owner. */
    static String title(int channel) {
        return "Benchmark channel " + channel;
    }

    private void enrol(Population population, int channel) {
        String channelId = population.channelId(channel);
        setup.channel(channelId, title(channel), FOLLOWERS);
        setup.originalVideo(population.videoId(channel), channelId);
        setup.audience(population.videoId(channel), watchedOn, 1_000, ChannelSetup.ELIGIBLE_WATCH_SECONDS);
        setup.enrol(channelId, SHARE_BPS);
    }
}
