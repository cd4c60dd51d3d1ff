package dev.creatorledger.command.payout;

import dev.creatorledger.platform.store.Appended;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Events in memory, found by their stream, whose commits fail when a test wants it. */
final class CrashingStore implements EventStorageEngine, StreamHeads, StoredEvents {

    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final List<Object> payloads = new ArrayList<>();
    private boolean crashing;

    /** Whether the commits from here on fail. */
    void crash(boolean crashes) {
        crashing = crashes;
    }

    /** Everything that is stored, in order. */
    List<Object> payloads() {
        return payloads;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (crashing) {
            throw new ConcurrencyException("the commit fails, as the test wants it");
        }
        CurrentUnitOfWork.get().root().onCommit(root -> {
            for (EventMessage<?> event : events) {
                DomainEventMessage<?> row = (DomainEventMessage<?>) event;
                streams.computeIfAbsent(row.getAggregateIdentifier(), stream -> new ArrayList<>())
                        .add(row);
                payloads.add(row.getPayload());
            }
            Appended.in(root).upTo(payloads.size());
        });
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(
                streams.getOrDefault(stream, List.of()).stream().skip(firstSequence));
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> names) {
        Map<String, Long> last = new HashMap<>();
        for (String name : names) {
            if (streams.containsKey(name)) {
                last.put(name, streams.get(name).size() - 1L);
            }
        }
        return last;
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("there are none");
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.empty(); // nobody follows
    }

    @Override
    public long head() {
        return payloads.size();
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> each) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public List<StoredEvent> page(Filter filter, long after, int limit) {
        return List.of(); // policies are looked for, and none was set
    }

    @Override
    public List<StoredEvent> newest(String type, long before, int limit) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public void readStream(String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
        throw new UnsupportedOperationException("nobody reads them as they are stored");
    }

    @Override
    public long lastRecordedBy(Instant at) {
        throw new UnsupportedOperationException("nobody asks when they were stored");
    }
}
