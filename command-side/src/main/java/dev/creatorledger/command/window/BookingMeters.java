package dev.creatorledger.command.window;

import dev.creatorledger.events.window.Outcome;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts what became of impressions, and how long it took: once per batch and per commit, never per impression. */
final class BookingMeters {

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Timer batches = Meters.timer(Metric.BATCH);
    private final Timer groups = Meters.timer(Metric.GROUP);
    private final DistributionSummary sizes = Meters.summary(Metric.GROUP_SIZE);

    BookingMeters() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, Meters.counter(Metric.IMPRESSIONS, outcome.text()));
        }
    }

    /** A batch is stored that was handed in at a time ({@link System#nanoTime()}). */
    void answered(Batch batch, long since) {
        batches.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        Counts counts = new Counts();
        counts.add(batch);
        outcomes.forEach((outcome, counter) -> {
            long howMany = counts.of(outcome);
            if (howMany > 0) {
                counter.increment((double) howMany);
            }
        });
    }

    /** So many impressions are stored together, begun at a time. */
    void committed(int impressions, long since) {
        groups.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        sizes.record(impressions);
    }
}
