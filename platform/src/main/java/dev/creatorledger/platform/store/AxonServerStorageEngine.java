package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.store.CommitSteps.Step;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event store on Axon Server, with the positions that the ledger knows: they begin at 1, grow in the order of
 * commits, and have no gaps.
 *
 * <p>All events of a root unit of work are stored in one transaction, when it commits. The server compares the sequence
 * of every stream that is appended to and of no other, so a decision takes a place in the streams that it only read, too.
 */
public final class AxonServerStorageEngine extends BatchingEventStorageEngine {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerStorageEngine.class);
    private static final String STAGED = AxonServerStorageEngine.class.getName();
    private static final long NO_POSITION = 0;

    private final AxonServerStore store;
    private final AxonServerEvents form;
    private final AxonServerStoredEvents stored;

    /** An engine over a connection, which stays its owner's. */
    public AxonServerStorageEngine(
            AxonServerConnector server,
            AxonServerSettings settings,
            EventSerializer serializer,
            EventStoreSettings reading) {
        super(EngineParts.of(serializer, reading.batchSize()));
        store = new AxonServerStore(server, settings);
        form = new AxonServerEvents(serializer);
        stored = new AxonServerStoredEvents(server, settings, serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<DomainEventMessage<?>> rows = StreamEvents.of(events);
        if (rows.isEmpty()) {
            return;
        }
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> root = CurrentUnitOfWork.get().root();
            CommitSteps steps = CommitSteps.of(root);
            root.<List<DomainEventMessage<?>>>getOrComputeResource(STAGED, key -> {
                        List<DomainEventMessage<?>> staged = new ArrayList<>();
                        steps.add(Step.EVENTS, () -> commit(root, staged));
                        return staged;
                    })
                    .addAll(rows);
        } else {
            append(rows);
        }
    }

    private void commit(UnitOfWork<?> root, List<DomainEventMessage<?>> staged) {
        append(Consultations.with(staged, ReadStreams.in(root).versionsWithout(staged)));
        try {
            // The server does not tell where they stand: at this position, or before it.
            Appended.in(root).upTo(store.head());
        } catch (EventStoreException e) {
            LOG.warn("Events are stored, but Axon Server does not say up to where: {}", e.getMessage());
        }
    }

    private void append(List<DomainEventMessage<?>> rows) {
        List<Event> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(form.toServer(row)));
        store.append(events);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int limit) {
        long after = last == null ? 0 : last.position().orElse(0);
        List<EventRow> rows = new ArrayList<>();
        store.read(after, Math.min(after + limit, store.head()), read -> rows.add(form.row(read)));
        return rows;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int limit) {
        List<EventRow> rows = new ArrayList<>();
        store.stream(stream, first, limit).forEach(event -> rows.add(form.row(NO_POSITION, event)));
        return rows;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the ledger keeps no snapshots");
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(store.lastSequences(List.of(stream)).get(stream));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(store.head());
    }

    /** The place just before the first event recorded at or after a time, which may go back by less than an hour. */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        return new GlobalSequenceTrackingToken(stored.lastBefore(time));
    }
}
