package dev.creatorledger.command.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The last sequence that a unit of work has given to each stream; kept only where somebody wants to know. */
final class StreamVersions {

    private static final String RESOURCE = StreamVersions.class.getName();

    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    private StreamVersions() {}

    /** Those of a root unit of work, from now on. */
    static StreamVersions in(UnitOfWork<?> root) {
        return root.getOrComputeResource(RESOURCE, key -> new StreamVersions());
    }

    /** Notes events as the event store prepares to commit them. */
    static void note(List<? extends EventMessage<?>> events) {
        StreamVersions wanted = CurrentUnitOfWork.isStarted() ? find(CurrentUnitOfWork.get()) : null;
        if (wanted != null) {
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> domainEvent) {
                    wanted.note(domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber());
                }
            }
        }
    }

    private void note(String stream, long sequence) {
        last.put(stream, sequence);
        if (sequence == 0) {
            begun.add(stream);
        }
    }

    private static @Nullable StreamVersions find(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(RESOURCE);
    }

    /** The last sequence of a stream, if anything was published to it. */
    OptionalLong last(String stream) {
        Long sequence = last.get(stream);
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    /** Whether a stream begins in this unit of work, with however many events. */
    boolean began(String stream) {
        return begun.contains(stream);
    }
}
