package dev.creatorledger.command.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The sequences that a unit of work has given to each stream; kept only where somebody wants to know. */
final class StreamVersions {

    private static final String RESOURCE = StreamVersions.class.getName();

    private final Map<String, Long> first = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();

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
                    wanted.first.putIfAbsent(domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber());
                    wanted.last.put(domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber());
                }
            }
        }
    }

    private static @Nullable StreamVersions find(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(RESOURCE);
    }

    /** Whether a stream was begun. */
    boolean began(String stream) {
        return first.getOrDefault(stream, -1L) == 0;
    }

    /** The last sequence of a stream, if anything was published to it. */
    OptionalLong last(String stream) {
        Long sequence = last.get(stream);
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }
}
