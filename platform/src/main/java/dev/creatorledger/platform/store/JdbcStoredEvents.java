package dev.creatorledger.platform.store;

import dev.creatorledger.platform.web.CallContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    private static final String SELECT = "SELECT " + EventRow.COLUMNS + " FROM domain_event WHERE ";

    private static final String RANGE = SELECT + "global_index > ? AND global_index <= ? ORDER BY global_index";

    private static final String HEAD = "SELECT coalesce(max(global_index), 0) FROM domain_event";

    /** The kinds of streams, by what their names begin with; the empty one is for a stream's full name. */
    private static final List<String> PREFIXES =
            List.of("", "channel:", "video:", "window:", "batch:", "payout:", "policy:", "calendar:");

    /** The kinds that the index of kinds leaves out, as its condition says (migration 1). */
    private static final List<String> FREQUENT = List.of("ImpressionQualified", "ImpressionNotQualified");

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
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false); // a cursor lives in a transaction
            try (PreparedStatement statement = EventRow.binary(connection, RANGE)) {
                statement.setFetchSize(FETCH_SIZE);
                statement.setLong(1, after);
                statement.setLong(2, upTo);
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

    private List<StoredEvent> found(String sql, List<Object> values) {
        List<StoredEvent> page = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = EventRow.binary(connection, sql)) {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
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
            values.add(streams(filter.aggregate()));
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
        return FREQUENT.contains(type) ? "" : " AND payload_type NOT IN ('" + String.join("', '", FREQUENT) + "')";
    }

    private static String[] streams(String aggregate) {
        return PREFIXES.stream().map(prefix -> prefix + aggregate).toArray(String[]::new);
    }

    private static byte[] actor(String actor) {
        String value = EventJson.mapper().writeValueAsString(actor);
        return ('"' + CallContext.ACTOR + "\":" + value).getBytes(StandardCharsets.UTF_8);
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
