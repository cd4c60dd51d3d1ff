package dev.creatorledger.benchmarks.settlement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rows of the schedule without sagas: inserted and deleted by plain batched JDBC in a table of the same kind. */
final class RawTasks {

    private static final String COLUMNS = "task_name, task_instance, task_data, execution_time, picked, version";

    private final Connection connection;
    private final List<Object[]> rows = new ArrayList<>();

    /** Takes what is scheduled as the rows. */
    RawTasks(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE raw_tasks (LIKE scheduled_tasks INCLUDING ALL)");
            try (ResultSet found = statement.executeQuery("SELECT " + COLUMNS + " FROM scheduled_tasks")) {
                while (found.next()) {
                    Object[] values = new Object[6];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = found.getObject(i + 1);
                    }
                    rows.add(values);
                }
            }
        }
        connection.setAutoCommit(false);
    }

    /** How many there are. */
    int size() {
        return rows.size();
    }

    /** Inserts them, so many to a commit; gives the seconds that it took. */
    double insert(int perCommit) throws SQLException {
        return inCommits(
                "INSERT INTO raw_tasks (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)", rows.size(), 6, perCommit);
    }

    /** Deletes the first of them, so many to a commit; gives the seconds that it took. */
    double delete(int count, int perCommit) throws SQLException {
        return inCommits("DELETE FROM raw_tasks WHERE task_name = ? AND task_instance = ?", count, 2, perCommit);
    }

    private double inCommits(String sql, int count, int parameters, int perCommit) throws SQLException {
        long begun = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                for (int p = 0; p < parameters; p++) {
                    statement.setObject(p + 1, rows.get(i)[p]);
                }
                statement.addBatch();
                if ((i + 1) % perCommit == 0 || i + 1 == count) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    void close() throws SQLException {
        connection.close();
    }
}
