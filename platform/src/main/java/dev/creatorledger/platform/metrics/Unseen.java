package dev.creatorledger.platform.metrics;

import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import java.time.Clock;
import java.util.List;

/** The first event beyond a position. */
final class Unseen {

    private static final StoredEvents.Filter ANY = new StoredEvents.Filter(null, null, null, null, null);
    private static final double MILLIS_OF_SECOND = 1_000;

    private Unseen() {}

    /** How long ago it was recorded; 0 if there is none. */
    static double secondsSince(StoredEvents events, long position, Clock clock) {
        List<StoredEvent> next = events.page(ANY, position, 1);
        return next.isEmpty()
                ? 0
                : Math.max(0, clock.millis() - next.get(0).recordedAt().toEpochMilli()) / MILLIS_OF_SECOND;
    }
}
