package dev.creatorledger.platform.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * How far the streams were on which a unit of work decides. Those that it appends nothing to are compared with the store
 * when it appends to others: what was decided on something that has changed meanwhile is not stored.
 */
public final class ReadStreams {

    private static final String RESOURCE = ReadStreams.class.getName();

    private final Map<String, Version> versions = new HashMap<>();

    private ReadStreams() {}

    /** What the root of a unit of work has read so far. */
    public static ReadStreams in(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new ReadStreams());
    }

    /**
     * Notes that a decision is made on a stream as it is up to a sequence.
     *
     * @param type the kind of aggregate whose stream it is
     */
    public void upTo(String type, String stream, long sequence) {
        versions.put(stream, new Version(type, sequence));
    }

    /** Those that none of the events belongs to; of the others the place in the stream tells who was first. */
    Map<String, Long> without(List<DomainEventMessage<?>> events) {
        Map<String, Long> others = new HashMap<>();
        versionsWithout(events).forEach((stream, version) -> others.put(stream, version.sequence()));
        return others;
    }

    /** As {@link #without}, with the kinds of aggregates. */
    Map<String, Version> versionsWithout(List<DomainEventMessage<?>> events) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<String, Version> others = new HashMap<>(versions);
        events.forEach(event -> others.remove(event.getAggregateIdentifier()));
        return others;
    }

    /** How far a stream was, and the kind of aggregate that it is of. */
    record Version(String type, long sequence) {}
}
