package dev.creatorledger.platform.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The links in PostgreSQL, beside the events: nodes take turns by a lock of the database. */
final class JdbcChainLinks implements ChainLinks {

    /** One lock for all nodes: who holds it is the only one that links. The number means nothing. */
    private static final long LOCK = 0x6368_6169_6e00L;

    private static final String TAKE_LOCK =
            "SET LOCAL lock_timeout = '10s'; SELECT pg_advisory_xact_lock(" + LOCK + ")";
    private static final String SELECT = "SELECT position, hashes FROM chain_link ";
    private static final String NEWEST = SELECT + "ORDER BY position DESC LIMIT 1";
    private static final String COVERING = SELECT + "WHERE position >= ? AND position <= ?"
            + " OR position = (SELECT min(position) FROM chain_link WHERE position > ?) ORDER BY position";
    private static final String COVERING_EACH = "SELECT DISTINCT link.position, link.hashes FROM unnest(?::bigint[])"
            + " AS wanted (position) CROSS JOIN LATERAL (" + SELECT
            + "WHERE chain_link.position >= wanted.position ORDER BY position LIMIT 1) AS link";
    private static final String INSERT = "INSERT INTO chain_link (position, linked_at, hashes) VALUES (?, ?, ?)";

    private final DataSource dataSource;

    JdbcChainLinks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A step on a connection. */
    @FunctionalInterface
    private interface Step<T> {
        T take(Connection connection) throws SQLException;
    }

    @Override
    public void extend(Continuation continuation, long linkedAtMicros) {
        on(connection -> {
            connection.setAutoCommit(false);
            try {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(TAKE_LOCK);
                }
                add(connection, continuation.after(newest(connection)), linkedAtMicros);
                connection.commit();
                return true;
            } finally {
                connection.rollback(); // of what was not committed
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public Optional<Link> newest() {
        return on(JdbcChainLinks::newest);
    }

    /** The newest link as a transaction sees it. */
    private static Optional<Link> newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            return links(statement).stream().findFirst();
        }
    }

    @Override
    public List<Link> covering(long first, long last) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COVERING)) {
                statement.setLong(1, first);
                statement.setLong(2, last);
                statement.setLong(3, last);
                return links(statement);
            }
        });
    }

    @Override
    public List<Link> covering(Collection<Long> positions) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COVERING_EACH)) {
                statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
                return links(statement);
            }
        });
    }

    /** Adds links within a transaction. */
    private static void add(Connection connection, List<Link> links, long linkedAtMicros) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Link link : links) {
                statement.setLong(1, link.last());
                statement.setLong(2, linkedAtMicros);
                statement.setBytes(3, link.hashes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Link> links(PreparedStatement statement) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                links.add(new Link(rows.getLong(1), rows.getBytes(2)));
            }
        }
        return links;
    }

    private <T> T on(Step<T> step) {
        try (Connection connection = dataSource.getConnection()) {
            return step.take(connection);
        } catch (SQLException e) {
            throw new EventStoreException("the chain cannot be read or written: " + e.getMessage(), e);
        }
    }
}
