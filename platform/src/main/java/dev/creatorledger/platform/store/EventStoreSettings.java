package dev.creatorledger.platform.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the event store is read.
 *
 * @param batchSize how many events are read at once, of a stream or of all
 * @param recentEvents how many of this process's newest events are kept in memory for those that follow the stream
 * @param pollMillis how often the store is asked for events of other processes, in milliseconds
 */
@ConfigurationProperties("ledger.store")
public record EventStoreSettings(
        @DefaultValue("10000") int batchSize,
        @DefaultValue("16384") int recentEvents,
        @DefaultValue("1000") long pollMillis) {

    /** Checks that every bound is positive. */
    public EventStoreSettings {
        if (batchSize < 1 || recentEvents < 1 || pollMillis < 1) {
            throw new IllegalArgumentException("ledger.store: batch-size, recent-events and poll-millis are above 0");
        }
    }

    /** The figures that hold if nothing is set. */
    public static EventStoreSettings defaults() {
        return new EventStoreSettings(10_000, 16_384, 1_000);
    }
}
