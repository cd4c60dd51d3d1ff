package dev.creatorledger.platform.store;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;

/** Counts what is stored, by type, and how long a commit takes: once per commit, not per event. */
final class StoreMeters {

    private final Timer commits = Meters.timer(Metric.COMMIT);
    private final Map<Class<?>, Counter> events = new HashMap<>();

    StoreMeters() {
        // All of them from the start: of a counter that begins with its first event, nobody sees that it grew.
        EventTypes.all().forEach((name, type) -> events.put(type, Meters.counter(Metric.EVENTS, name)));
    }

    /** Events are durable that began to be written at a time ({@link System#nanoTime()}). */
    void committed(List<DomainEventMessage<?>> stored, long begun) {
        commits.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        int counted = 0;
        // Those of one type mostly stand together.
        for (int i = 1; i <= stored.size(); i++) {
            Class<?> type = stored.get(counted).getPayloadType();
            if (i == stored.size() || stored.get(i).getPayloadType() != type) {
                count(type, i - counted);
                counted = i;
            }
        }
    }

    private void count(Class<?> type, int howMany) {
        Counter counter = events.get(type);
        if (counter != null) {
            counter.increment(howMany);
        }
    }
}
