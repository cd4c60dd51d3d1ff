package dev.creatorledger.platform.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedType;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes events in one statement, numbered in the order of commits.
 *
 * <p>The transaction's advisory lock is held from the first insertion to the end of the transaction, so whoever comes
 * next sees the rows of whoever was before, and numbers its own from there: a reader that has seen a position has seen
 * all below it, and there are no gaps. Nor does time go back from one position to the next ({@link RecordedTimes}), so
 * what was recorded up to an instant is what stands up to a position (U2). Many rows go by COPY, which costs PostgreSQL
 * least; a few by INSERT, which saves a round trip.
 */
final class EventWriter {

    /** One lock for the whole store; the number means nothing. */
    private static final long LOCK = 0x6c65_6467_6572L;

    /** From here on COPY is the faster way. */
    private static final int MANY = 8;

    private static final int EXPECTED_ROW_BYTES = 640;
    private static final int COLUMNS = 10;

    private static final String ONLY_LOCK = "SELECT pg_advisory_xact_lock(" + LOCK + ")";

    private static final String LOCK_AND_HEAD = ONLY_LOCK
            + ";"
            // A statement of its own: its snapshot is taken when the lock is held.
            // As one column: once it is prepared in the server, the driver binds both statements to the same columns.
            + " SELECT ARRAY[global_index, time_stamp] FROM domain_event ORDER BY global_index DESC LIMIT 1";

    private static final String INSERT =
            "INSERT INTO domain_event (" + EventRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String COPY = "COPY domain_event (" + EventRow.COLUMNS + ") FROM STDIN BINARY";

    private final EventSerializer serializer;

    EventWriter(EventSerializer serializer) {
        this.serializer = serializer;
    }

    /**
     * What was written.
     *
     * @param first the position of the first event; the others follow it
     * @param events the events with the times that they were stored with
     */
    record Written(long first, List<DomainEventMessage<?>> events) {}

    /** The last event before those that are written; its position is 0 if there is none. */
    private record Head(long position, long micros) {

        static final Head NONE = new Head(0, Long.MIN_VALUE);

        static Head of(Array columns) throws SQLException {
            Long[] values = (Long[]) columns.getArray();
            return new Head(values[0], values[1]);
        }
    }

    /**
     * Writes all within the connection's transaction.
     *
     * @param read how far other streams were that the events were decided on
     * @throws ConcurrencyException if one of those has gone on since
     */
    Written append(Connection connection, List<DomainEventMessage<?>> events, Map<String, Long> read)
            throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("events are appended in a transaction, which keeps the order of commits");
        }
        return events.size() < MANY ? insert(connection, events, read) : copy(connection, events, read);
    }

    private Written copy(Connection connection, List<DomainEventMessage<?>> events, Map<String, Long> read)
            throws SQLException {
        CopyBuffer rows = new CopyBuffer(EXPECTED_ROW_BYTES * events.size());
        int[] positions = new int[events.size()];
        int[] times = new int[events.size()];
        for (int i = 0; i < positions.length; i++) {
            DomainEventMessage<?> event = events.get(i);
            rows.row(COLUMNS);
            positions[i] = rows.bigint(0);
            putIdentity(event, rows);
            times[i] = rows.bigint(0);
            putContent(event, rows);
        }
        rows.end();
        // The lock is taken last: others wait for nothing but the insertion and the commit.
        Head head = lockedHead(connection, read);
        long first = head.position() + 1;
        List<DomainEventMessage<?>> recorded = RecordedTimes.after(head.micros(), events);
        for (int i = 0; i < positions.length; i++) {
            rows.patch(positions[i], first + i);
            rows.patch(times[i], EventRow.micros(recorded.get(i).getTimestamp()));
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(rows.bytes(), 0, rows.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new Written(first, recorded);
    }

    private static void putIdentity(DomainEventMessage<?> event, CopyBuffer rows) {
        rows.text(event.getAggregateIdentifier());
        rows.bigint(event.getSequenceNumber());
        rows.text(event.getType());
        rows.uuid(UUID.fromString(event.getIdentifier()));
    }

    private void putContent(DomainEventMessage<?> event, CopyBuffer rows) {
        String type = type(event).getName();
        rows.text(type);
        rows.smallint(Upcasters.current(type));
        rows.bytea(serializer.payload(event.getPayload()));
        rows.bytea(serializer.metaData(event.getMetaData()));
    }

    private Written insert(Connection connection, List<DomainEventMessage<?>> events, Map<String, Long> read)
            throws SQLException {
        Head head = lockedHead(connection, read);
        long first = head.position() + 1;
        List<DomainEventMessage<?>> recorded = RecordedTimes.after(head.micros(), events);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < recorded.size(); i++) {
                bind(statement, first + i, recorded.get(i));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return new Written(first, recorded);
    }

    private void bind(PreparedStatement row, long position, DomainEventMessage<?> event) throws SQLException {
        row.setLong(1, position);
        row.setString(2, event.getAggregateIdentifier());
        row.setLong(3, event.getSequenceNumber());
        row.setString(4, event.getType());
        row.setObject(5, UUID.fromString(event.getIdentifier()));
        row.setLong(6, EventRow.micros(event.getTimestamp()));
        String type = type(event).getName();
        row.setString(7, type);
        row.setInt(8, Upcasters.current(type));
        row.setBytes(9, serializer.payload(event.getPayload()));
        row.setBytes(10, serializer.metaData(event.getMetaData()));
    }

    private SerializedType type(DomainEventMessage<?> event) {
        return serializer.typeForClass(event.getPayloadType());
    }

    private static Head lockedHead(Connection connection, Map<String, Long> read) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_HEAD)) {
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new SQLException("the head of the event store was not told");
            }
            try (ResultSet head = statement.getResultSet()) {
                Head found = head.next() ? Head.of(head.getArray(1)) : Head.NONE;
                mustBeAsRead(connection, read);
                return found;
            }
        }
    }

    /** Nobody else can append any more, so what is so now is so at the commit. */
    private static void mustBeAsRead(Connection connection, Map<String, Long> read) throws SQLException {
        if (!read.isEmpty()
                && !JdbcStreamHeads.lastSequences(connection, read.keySet()).equals(read)) {
            throw new ConcurrencyException("another writer has changed what was decided upon");
        }
    }

    /** Takes the lock of all appends, to the end of the connection's transaction. */
    static void lock(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the turn to append is taken for a transaction");
        }
        try (PreparedStatement statement = connection.prepareStatement(ONLY_LOCK)) {
            statement.execute();
        }
    }
}
