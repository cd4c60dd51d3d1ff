package dev.creatorledger.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What of a table waits for its time, and what is past it.
 *
 * @param all how many rows there are
 * @param due how many of them are past their time
 * @param lateSeconds for how long the one is that waits the longest; 0 if none is
 */
public record Waiting(long all, long due, double lateSeconds) {

    private static final double MILLIS_OF_SECOND = 1_000;

    /** From a row of three columns: how many, how many due, and the earliest time of those. */
    public static Waiting of(ResultSet row, Instant now) throws SQLException {
        @Nullable OffsetDateTime earliest = row.getObject(3, OffsetDateTime.class);
        return of(row.getLong(1), row.getLong(2), earliest == null ? null : earliest.toInstant(), now);
    }

    /**
     * From counts.
     *
     * @param earliest the time of the one that is past it the longest; null if none is
     */
    public static Waiting of(long all, long due, @Nullable Instant earliest, Instant now) {
        long late = earliest == null
                ? 0
                : Math.max(0, Duration.between(earliest, now).toMillis());
        return new Waiting(all, due, late / MILLIS_OF_SECOND);
    }

    /** Has a registry tell a sample's figures under three names. */
    public static void gauges(
            MeterRegistry registry, Sample<Waiting> sample, Metric all, Metric due, Metric lateSeconds) {
        Meters.gauge(registry, all, () -> sample.figure(Waiting::all));
        Meters.gauge(registry, due, () -> sample.figure(Waiting::due));
        Meters.gauge(registry, lateSeconds, () -> sample.figure(Waiting::lateSeconds));
    }
}
