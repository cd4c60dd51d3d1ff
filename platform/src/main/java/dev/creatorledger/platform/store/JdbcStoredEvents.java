package dev.creatorledger.platform.store;

import dev.creatorledger.platform.web.CallContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Stored events from PostgreSQL, in bounded memory: ranges through a cursor of the server, on a connection of their
 * own.
 */
public final class JdbcStoredEvents implements StoredEvents {

    /** Rows fetched at once, about 1 MB. */
    private static final int FETCH_SIZE = 2_000;

    static final String SELECT = "SELECT " + EventRow.COLUMNS + " FROM domain_event WHERE ";

    private static final String BETWEEN = "global_index > ? AND global_index <= ?";

    private static final String RANGE = SELECT + BETWEEN + " ORDER BY global_index";

    private static final String HEAD = "SELECT coalesce(max(global_index), 0) FROM domain_event";

    /** The condition of the index of kinds, as migration 1 has it. */
    static final String RARE = " AND payload_type NOT IN ('ImpressionQualified', 'ImpressionNotQualified')";

    /** How far back from an instant the event before it is looked for, step by step. */
    private static final List<Duration> BACK =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(30), Duration.ofDays(4_000_000));

    private static final String NEWEST =
            "SELECT global_index, time_stamp FROM domain_event ORDER BY global_index DESC LIMIT 1";

    private static final String OLDEST = "SELECT time_stamp FROM domain_event ORDER BY global_index LIMIT 1";

    private static final String LAST_RECORDED =
            // "+ 0": else all positions might be walked from the newest on.
            "SELECT max(global_index + 0), max(time_stamp) FROM domain_event WHERE time_stamp <= ? AND time_stamp > ?";

    /** Times go back from one position to the next by less than this. */
    private static final Duration STEP_BACK = Duration.ofHours(1);

    /**
     * The place in a stream of the first event after a position: halved again and again, for both grow together and no
     * index has both.
     */
    private static final String FIRST_AFTER =
            "WITH RECURSIVE half (low, high) AS (SELECT 0::bigint, coalesce(max(sequence_number) + 1, 0)"
                    + " FROM domain_event WHERE aggregate_identifier = ?"
                    + " UNION ALL SELECT CASE WHEN middle.global_index > ? THEN low ELSE middle.sequence_number + 1 END,"
                    + " CASE WHEN middle.global_index > ? THEN middle.sequence_number ELSE high END"
                    + " FROM half JOIN domain_event middle ON middle.aggregate_identifier = ?"
                    + " AND middle.sequence_number = (low + high) / 2 WHERE low < high)"
                    + " SELECT low FROM half WHERE low = high";

    private static final String STREAM = SELECT
            + "aggregate_identifier = ? AND payload_type = ANY (?) AND sequence_number >= (" + FIRST_AFTER
            + ") AND sequence_number < (" + FIRST_AFTER + ") ORDER BY sequence_number";

    private static final long MICROS_OF_SECOND = 1_000_000;

    private final DataSource dataSource;

    /** Reads over connections of this source. */
    public JdbcStoredEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long head() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet head = statement.executeQuery()) {
            head.next();
            return head.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> each) {
        read(RANGE, List.of(after, upTo), each);
    }

    @Override
    public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
        SourcesSql sql = new SourcesSql(BETWEEN, List.of(after, upTo), "global_index");
        sources.forEach(sql::add);
        read(sql.all(), sql.values(), each);
    }

    @Override
    public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
        KindsSql sql = KindsSql.of(kinds, after, upTo);
        read(sql.all(), sql.values(), each);
    }

    @Override
    public void readStream(String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
        String[] names = types.toArray(String[]::new);
        read(STREAM, List.of(stream, names, stream, after, after, stream, stream, upTo, upTo, stream), each);
    }

    private void read(String sql, List<Object> values, Consumer<StoredEvent> each) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false); // a cursor lives in a transaction
            try (PreparedStatement statement = EventRow.binary(connection, sql)) {
                statement.setFetchSize(FETCH_SIZE);
                bind(statement, values);
                handOver(statement, each);
            } finally {
                connection.rollback(); // nothing was written
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void handOver(PreparedStatement statement, Consumer<StoredEvent> each) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.accept(EventRow.stored(rows));
            }
        }
    }

    @Override
    public List<StoredEvent> page(Filter filter, long after, int limit) {
        List<Object> values = new ArrayList<>();
        String sql = SELECT + conditions(filter, after, values) + " LIMIT ?";
        values.add(limit);
        return found(sql, values);
    }

    @Override
    public List<StoredEvent> newest(String type, long before, int limit) {
        String sql =
                SELECT + "payload_type = ?" + rare(type) + " AND global_index < ? ORDER BY global_index DESC LIMIT ?";
        return found(sql, List.of(type, before, limit));
    }

    @Override
    public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
        SourcesSql sql = new SourcesSql("global_index < ?", List.of(before), "global_index DESC LIMIT " + limit);
        sources.forEach(sql::add);
        return found(sql.all(), sql.values());
    }

    @Override
    public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
        SourcesSql sql = new SourcesSql(BETWEEN, List.of(after, upTo), "global_index LIMIT " + limit);
        sources.forEach(sql::add);
        return found(sql.all(), sql.values());
    }

    @Override
    public long lastRecordedBy(Instant at) {
        long latest = EventRow.micros(at);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement newest = connection.prepareStatement(NEWEST);
                PreparedStatement oldest = connection.prepareStatement(OLDEST);
                PreparedStatement statement = connection.prepareStatement(LAST_RECORDED)) {
            try (ResultSet last = newest.executeQuery()) {
                if (!last.next()) {
                    return 0;
                }
                if (last.getLong(2) <= latest) {
                    // The end of a month that is not over, say: nothing has to be looked for.
                    return last.getLong(1);
                }
            }
            try (ResultSet first = oldest.executeQuery()) {
                if (first.next() && first.getLong(1) - STEP_BACK.toSeconds() * MICROS_OF_SECOND >= latest) {
                    // The beginning of the month in which everything began: all that follows came later, too.
                    return 0;
                }
            }
            for (Duration back : BACK) {
                // Along the summaries of times: only pages of that span are read, not all that is older.
                long earliest = latest - back.toSeconds() * MICROS_OF_SECOND;
                bind(statement, List.of(latest, earliest - STEP_BACK.toSeconds() * MICROS_OF_SECOND));
                try (ResultSet found = statement.executeQuery()) {
                    found.next();
                    // One is near: whatever stands behind it has a time that was looked at, too.
                    if (found.getLong(2) > earliest && found.getLong(1) > 0) {
                        return found.getLong(1);
                    }
                }
            }
            return 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<StoredEvent> found(String sql, List<Object> values) {
        List<StoredEvent> page = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = EventRow.binary(connection, sql)) {
            bind(statement, values);
            handOver(statement, page::add);
        } catch (SQLException e) {
            throw failed(e);
        }
        return page;
    }

    private static String conditions(Filter filter, long after, List<Object> values) {
        StringBuilder sql = new StringBuilder("global_index > ?");
        values.add(after);
        if (filter.aggregate() != null) {
            sql.append(" AND aggregate_identifier = ANY (?)");
            values.add(StreamKinds.named(filter.aggregate()));
        }
        if (filter.type() != null) {
            sql.append(" AND payload_type = ?").append(rare(filter.type()));
            values.add(filter.type());
        }
        if (filter.actor() != null) {
            // Exact though it is a search for bytes: quotes within a value are escaped, so this is a key and its value.
            sql.append(" AND position(?::bytea IN meta_data) > 0");
            values.add(actor(filter.actor()));
        }
        if (filter.from() != null) {
            sql.append(" AND time_stamp >= ?");
            values.add(EventRow.micros(filter.from()));
        }
        if (filter.to() != null) {
            sql.append(" AND time_stamp < ?");
            values.add(EventRow.micros(filter.to()));
        }
        // A stream is found by its own index and then sorted; without "+ 0" all positions might be walked instead.
        return sql.append(filter.aggregate() == null ? " ORDER BY global_index" : " ORDER BY global_index + 0")
                .toString();
    }

    private static String rare(String type) {
        return FREQUENT.contains(type) ? "" : RARE;
    }

    private static byte[] actor(String actor) {
        String value = EventJson.mapper().writeValueAsString(actor);
        return ('"' + CallContext.ACTOR + "\":" + value).getBytes(StandardCharsets.UTF_8);
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String[] names) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", names));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    private static EventStoreException failed(SQLException e) {
        return new EventStoreException("stored events cannot be read: " + e.getMessage(), e);
    }
}
