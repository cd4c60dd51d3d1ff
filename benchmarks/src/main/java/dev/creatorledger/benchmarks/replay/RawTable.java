package dev.creatorledger.benchmarks.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of events without the service: all rows and columns by plain JDBC, in bounded memory. */
final class RawTable {

    private static final String ALL = "SELECT global_index, aggregate_identifier, sequence_number, aggregate_type,"
            + " event_identifier, time_stamp, payload_type, payload_revision, payload, meta_data"
            + " FROM domain_event ORDER BY global_index";
    private static final int FETCH_SIZE = 2_000;

    private final DataSource dataSource;

    RawTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads every row; the sum of all its bytes, so that nothing is left out. */
    long read() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                statement.setFetchSize(FETCH_SIZE);
                return sum(statement);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the table cannot be read", e);
        }
    }

    private static long sum(PreparedStatement statement) throws SQLException {
        long sum = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sum += rows.getLong(1) + rows.getLong(3) + rows.getLong(6) + rows.getInt(8);
                sum += rows.getString(2).length()
                        + rows.getString(4).length()
                        + rows.getString(7).length();
                sum += rows.getObject(5, UUID.class).version();
                sum += rows.getBytes(9).length + rows.getBytes(10).length;
            }
        }
        return sum;
    }
}
