package dev.creatorledger.platform.store;

import dev.creatorledger.events.wakeup.WakeUp;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Sees to it that every event belongs to a stream before it is stored. */
final class StreamEvents {

    private StreamEvents() {}

    /**
     * Published events with the streams that they belong to.
     *
     * @throws EventStoreException if one belongs to none and is no wake-up
     */
    static List<DomainEventMessage<?>> of(List<? extends EventMessage<?>> events) {
        List<DomainEventMessage<?>> rows = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            rows.add(row(event));
        }
        return rows;
    }

    private static DomainEventMessage<?> row(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> row && row.getType() != null) {
            return row;
        }
        if (event.getPayload() instanceof WakeUp) {
            return alone(event);
        }
        throw new EventStoreException("an event belongs to a stream: publish it as a DomainEventMessage");
    }

    /** An event that is no aggregate's, in a stream of its own. */
    private static <T> DomainEventMessage<T> alone(EventMessage<T> event) {
        String stream = WakeUp.PREFIX + event.getIdentifier();
        return new GenericDomainEventMessage<>(WakeUp.class.getSimpleName(), stream, 0, event, event.getTimestamp());
    }
}
