package dev.creatorledger.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Heads of streams from PostgreSQL: one query for all, one step down the unique index for each. */
public final class JdbcStreamHeads implements StreamHeads {

    private static final String LAST = "SELECT stream.name, head.sequence_number FROM unnest(?) AS stream (name)"
            + " CROSS JOIN LATERAL (SELECT sequence_number FROM domain_event"
            + " WHERE aggregate_identifier = stream.name ORDER BY sequence_number DESC LIMIT 1) AS head";

    private final ConnectionProvider connections;

    /** Asks over these connections; within a transaction over its own. */
    public JdbcStreamHeads(ConnectionProvider connections) {
        this.connections = connections;
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> streams) {
        if (streams.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = connections.getConnection()) {
            return lastSequences(connection, streams);
        } catch (SQLException e) {
            throw new EventStoreException("the heads of streams cannot be read: " + e.getMessage(), e);
        }
    }

    static Map<String, Long> lastSequences(Connection connection, Collection<String> streams) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("text", streams.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                Map<String, Long> heads = new HashMap<>();
                while (found.next()) {
                    heads.put(found.getString(1), found.getLong(2));
                }
                return heads;
            }
        }
    }
}
