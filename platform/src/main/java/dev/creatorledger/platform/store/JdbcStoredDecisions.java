package dev.creatorledger.platform.store;

import dev.creatorledger.platform.web.CallContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Finds the events of decisions along indexes of their own. */
final class JdbcStoredDecisions implements StoredDecisions {

    /** The condition of both indexes, as migration 10 has it. */
    private static final String DECIDED = "SELECT " + EventRow.COLUMNS + " FROM domain_event WHERE payload_type NOT IN"
            + " ('ImpressionQualified', 'ImpressionNotQualified') AND position('\"reason\":'::bytea IN meta_data) > 0";

    /** The first part is indexed; the second is sure. */
    private static final String BY_ACTOR = " AND md5(substring(meta_data FROM 1 FOR position('\",\"'::bytea IN"
            + " meta_data))) = ? AND position(?::bytea IN meta_data) = 1";

    private static final String NEWEST = " AND global_index < ? ORDER BY global_index DESC LIMIT ?";

    private final DataSource dataSource;

    /** Reads over connections of this source. */
    JdbcStoredDecisions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<StoredEvent> newest(@Nullable String actor, long before, int limit) {
        List<StoredEvent> found = new ArrayList<>();
        String sql = DECIDED + (actor == null ? "" : BY_ACTOR) + NEWEST;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = EventRow.binary(connection, sql)) {
            int next = 1;
            if (actor != null) {
                byte[] beginning = beginning(actor);
                statement.setString(next++, md5(beginning));
                statement.setBytes(next++, beginning);
            }
            statement.setLong(next++, before);
            statement.setInt(next, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(EventRow.stored(rows));
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("stored decisions cannot be read: " + e.getMessage(), e);
        }
        return found;
    }

    /** How the metadata of an actor's events begin: the keys are in order, and this is the first. */
    private static byte[] beginning(String actor) {
        String value = EventJson.mapper().writeValueAsString(actor);
        return ("{\"" + CallContext.ACTOR + "\":" + value).getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
