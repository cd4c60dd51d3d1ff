package dev.creatorledger.platform.store;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The events that this process has committed last, as they were published: whoever follows the stream closely takes
 * them from here, and they are neither read back nor parsed.
 *
 * <p>What is held is one unbroken run of positions, at most so many; where another process has written in between, a
 * new run begins and the older events are read from the store.
 */
final class RecentEvents {

    private final @Nullable TrackedEventMessage<?>[] ring;
    private long first;
    private long next;

    RecentEvents(int capacity) {
        ring = new TrackedEventMessage<?>[capacity];
    }

    /** Takes what was committed from a position on; out of order, older events are left out. */
    synchronized void add(long position, List<DomainEventMessage<?>> events) {
        if (position < next) {
            return;
        }
        if (position != next) {
            first = position;
            next = position;
        }
        for (DomainEventMessage<?> event : events) {
            ring[slot(next)] = tracked(event, next);
            next++;
        }
        first = Math.max(first, next - ring.length);
    }

    /** What follows a position, at most so many; empty if that is not held here. */
    synchronized List<TrackedEventMessage<?>> after(long position, int limit) {
        if (position + 1 < first || position + 1 >= next) {
            return List.of();
        }
        int count = (int) Math.min(limit, next - position - 1);
        List<TrackedEventMessage<?>> found = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            TrackedEventMessage<?> event = ring[slot(position + i)];
            if (event != null) {
                found.add(event);
            }
        }
        return found;
    }

    private int slot(long position) {
        return (int) (position % ring.length);
    }

    private static <T> TrackedEventMessage<T> tracked(DomainEventMessage<T> event, long position) {
        var recordedAt = EventRow.cut(event.getTimestamp());
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event,
                () -> recordedAt);
    }
}
