package dev.creatorledger.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * The times at which events are recorded: an event is stamped when it is decided, and stored when its commit has its turn,
 * which another's may have had in between. It is recorded then, no earlier than the one before it (U2).
 */
final class RecordedTimes {

    /**
     * How far another thread's or node's time can be ahead. What is further ahead is of a clock that was moved and moved
     * back ({@code LEDGER_CLOCK_OFFSET}): nothing is recorded in a future that was only rehearsed.
     */
    private static final long FARTHEST_AHEAD = Duration.ofMinutes(1).toMillis() * 1_000;

    private RecordedTimes() {}

    /** Events as they are recorded behind one that was at a time, in microseconds; the same list where none changes. */
    static List<DomainEventMessage<?>> after(long lastMicros, List<DomainEventMessage<?>> events) {
        long last = lastMicros;
        boolean same = true;
        List<DomainEventMessage<?>> recorded = new ArrayList<>(events.size());
        for (DomainEventMessage<?> event : events) {
            long micros = EventRow.micros(event.getTimestamp());
            if (micros < last && micros >= last - FARTHEST_AHEAD) {
                recorded.add(at(EventRow.instant(last), event));
                same = false;
            } else {
                recorded.add(event);
                last = micros;
            }
        }
        return same ? events : recorded;
    }

    private static <T> DomainEventMessage<T> at(Instant time, DomainEventMessage<T> event) {
        return new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event, time);
    }
}
