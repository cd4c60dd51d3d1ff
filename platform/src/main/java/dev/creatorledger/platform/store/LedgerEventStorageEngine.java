package dev.creatorledger.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The event store on PostgreSQL, with one order for everything: the global position grows in the order of commits and
 * has no gaps ({@link EventWriter}), so a position alone says what has been seen.
 *
 * <p>There are no snapshots: streams are short (architecture, decision 2), and none is ever looked for.
 */
public class LedgerEventStorageEngine extends BatchingEventStorageEngine implements AppendTurn {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String AFTER =
            "SELECT " + EventRow.COLUMNS + " FROM domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?";

    private static final String STREAM = "SELECT " + EventRow.COLUMNS
            + " FROM domain_event WHERE aggregate_identifier = ? AND sequence_number >= ?"
            + " ORDER BY sequence_number LIMIT ?";

    private static final String LAST_SEQUENCE = "SELECT sequence_number FROM domain_event"
            + " WHERE aggregate_identifier = ? ORDER BY sequence_number DESC LIMIT 1";

    private static final String HEAD = "SELECT coalesce(max(global_index), 0) FROM domain_event";

    // "+ 0" keeps the planner from walking all positions from the lowest: the summaries of times are to be used.
    private static final String FIRST_IN =
            "SELECT min(global_index + 0) FROM domain_event WHERE time_stamp >= ? AND time_stamp < ?";

    private static final List<Duration> LOOK_AHEAD =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final EventWriter writer;
    private final RecentEvents recent;
    private final StoreMeters meters = new StoreMeters();

    /** An engine on the tables of the migrations. */
    public LedgerEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSerializer serializer,
            EventStoreSettings settings) {
        super(EngineParts.of(serializer, settings.batchSize()));
        this.connections = connections;
        this.transactions = transactions;
        this.writer = new EventWriter(serializer);
        this.recent = new RecentEvents(settings.recentEvents());
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            List<DomainEventMessage<?>> rows = StreamEvents.of(events);
            transactions.executeInTransaction(() -> append(rows));
        }
    }

    private void append(List<DomainEventMessage<?>> events) {
        long begun = System.nanoTime();
        Map<String, Long> read = CurrentUnitOfWork.isStarted()
                ? ReadStreams.in(CurrentUnitOfWork.get()).without(events)
                : Map.of();
        EventWriter.Written written = ask(connection -> writer.append(connection, events, read));
        long first = written.first();
        long last = first + events.size() - 1;
        CurrentUnitOfWork.ifStarted(unitOfWork -> Appended.in(unitOfWork).upTo(last));
        // Before the event store wakes those that follow the stream, so that they find the events in memory.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                recent.add(first, written.events());
                meters.committed(events, begun);
            }
        });
    }

    @Override
    public void takeTurn() {
        ask(connection -> {
            EventWriter.lock(connection);
            return true;
        });
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        List<TrackedEventMessage<?>> held = recent.after(position(token), batchSize());
        return held.isEmpty() ? super.readEvents(token, mayBlock) : held.stream();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int limit) {
        return rows(AFTER, statement -> {
            statement.setLong(1, position(last));
            statement.setInt(2, limit);
        });
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int limit) {
        return rows(STREAM, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, first);
            statement.setInt(3, limit);
        });
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
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
        OptionalLong last = number(LAST_SEQUENCE, statement -> statement.setString(1, stream));
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    /**
     * The place just before the first event recorded at or after a time.
     *
     * <p>Times grow as positions do, unless a clock was moved back ({@link RecordedTimes}).
     */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        long from = EventRow.micros(time);
        OptionalLong first = OptionalLong.empty();
        for (int i = 0; i < LOOK_AHEAD.size() && first.isEmpty(); i++) {
            first = firstIn(from, EventRow.micros(time.plus(LOOK_AHEAD.get(i))));
        }
        if (first.isEmpty()) {
            first = firstIn(from, Long.MAX_VALUE);
        }
        return first.isEmpty() ? createHeadToken() : new GlobalSequenceTrackingToken(first.getAsLong() - 1);
    }

    private OptionalLong firstIn(long from, long to) {
        return number(FIRST_IN, statement -> {
            statement.setLong(1, from);
            statement.setLong(2, to);
        });
    }

    private long head() {
        return number(HEAD, statement -> {}).orElse(0);
    }

    private List<EventRow> rows(String sql, Binding binding) {
        return ask(connection -> {
            try (PreparedStatement statement = EventRow.binary(connection, sql)) {
                binding.bind(statement);
                try (ResultSet found = statement.executeQuery()) {
                    List<EventRow> rows = new ArrayList<>();
                    while (found.next()) {
                        rows.add(EventRow.of(found));
                    }
                    return rows;
                }
            }
        });
    }

    /** The number that a query finds; none if it finds no row, or nothing in it. */
    private OptionalLong number(String sql, Binding binding) {
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                try (ResultSet found = statement.executeQuery()) {
                    long number = found.next() ? found.getLong(1) : 0;
                    return found.getRow() == 0 || found.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
                }
            }
        });
    }

    private <R> R ask(Question<R> question) {
        try (Connection connection = connections.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new ConcurrencyException("another writer was first: " + e.getMessage(), e);
            }
            throw new EventStoreException("the event store does not answer: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Question<R> {
        R ask(Connection connection) throws SQLException;
    }
}
