package dev.creatorledger.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The same PostgreSQL server without the service: rows that the service has stored are inserted once more, by plain
 * batched JDBC, into a table of the same columns and indexes.
 */
public final class RawStore implements AutoCloseable {

    private static final String TABLE = "raw_store";
    private static final String PASSWORD = "postgres.password";

    /** The lines of postmaster.pid are the process, its folder, when it was started, its port, and more. */
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private RawStore(Connection connection) {
        this.connection = connection;
    }

    /** Connects to where a service has its events: the settings' PostgreSQL, or its own; nothing on an Axon Server. */
    static Optional<RawStore> behind(ServiceProcess service) {
        String url = System.getenv("LEDGER_POSTGRES_URL");
        if (!ServiceProcess.ownsItsStores() && url == null) {
            return Optional.empty();
        }
        return Optional.of(ServiceProcess.ownsItsStores() ? of(service.dataFolder()) : named(url));
    }

    private static RawStore named(String url) {
        try {
            String batched = url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
            return new RawStore(DriverManager.getConnection(
                    batched, System.getenv("LEDGER_POSTGRES_USER"), System.getenv("LEDGER_POSTGRES_PASSWORD")));
        } catch (SQLException e) {
            throw new BenchmarkException("the PostgreSQL of the settings cannot be reached", e);
        }
    }

    /** Connects to the server of a data folder. */
    public static RawStore of(Path dataFolder) {
        try {
            String port = Files.readAllLines(postmaster(dataFolder)).get(PORT_LINE);
            String password = Files.readString(dataFolder.resolve(PASSWORD)).strip();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
            return new RawStore(DriverManager.getConnection(url, "postgres", password));
        } catch (IOException | SQLException e) {
            throw new BenchmarkException("the service's PostgreSQL cannot be reached", e);
        }
    }

    private static Path postmaster(Path dataFolder) throws IOException {
        try (var files = Files.walk(dataFolder, 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new BenchmarkException("no PostgreSQL runs in " + dataFolder));
        }
    }

    /**
     * Rows of the event table, without the column that the database numbers itself.
     *
     * @param columns the names of the columns
     * @param rows their values, in order
     * @param commits how many transactions wrote them
     */
    public record Rows(List<String> columns, List<Object[]> rows, int commits) {

        /** Rows per transaction, rounded up: the larger, the faster the raw store. */
        public int commitSize() {
            return (rows.size() + commits - 1) / Math.max(1, commits);
        }

        /** Bytes of the wide columns. */
        public long bytes() {
            long sum = 0;
            for (Object[] row : rows) {
                for (Object value : row) {
                    sum += value instanceof byte[] bytes ? bytes.length : 0;
                }
            }
            return sum;
        }
    }

    /** What the service stored behind one position, up to another. */
    public Rows stored(long after, long upTo) {
        try {
            List<String> columns = columns();
            String from = " from " + EventTable.NAME + " where " + EventTable.POSITION + " > " + after + " and "
                    + EventTable.POSITION + " <= " + upTo;
            connection.setAutoCommit(false);
            List<Object[]> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                try (ResultSet result = statement.executeQuery(
                        "select " + String.join(", ", columns) + from + " order by " + EventTable.POSITION)) {
                    while (result.next()) {
                        rows.add(row(result, columns.size()));
                    }
                }
            }
            int commits = number("select count(distinct xmin::text)" + from);
            connection.commit();
            return new Rows(columns, rows, commits);
        } catch (SQLException e) {
            throw new BenchmarkException("the stored events cannot be read", e);
        }
    }

    /** Inserts them and commits after each {@code commitSize}; gives the seconds that it took. */
    public double insert(Rows rows, int commitSize) {
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists " + TABLE);
                statement.execute("create table " + TABLE + " (like " + EventTable.NAME + " including all)");
                statement.execute("checkpoint");
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            insertAll(rows, commitSize);
            return (System.nanoTime() - begun) / 1e9;
        } catch (SQLException e) {
            throw new BenchmarkException("the raw store refused a row", e);
        }
    }

    private void insertAll(Rows rows, int commitSize) throws SQLException {
        String parameters = String.join(", ", Collections.nCopies(rows.columns().size(), "?"));
        String insert =
                "insert into " + TABLE + " (" + String.join(", ", rows.columns()) + ") values (" + parameters + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (Object[] row : rows.rows()) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                waiting++;
                if (waiting == commitSize) {
                    statement.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    private List<String> columns() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select column_name from"
                + " information_schema.columns where table_name = ? and is_identity = 'NO'"
                + " and coalesce(column_default, '') not like 'nextval%' order by ordinal_position")) {
            statement.setString(1, EventTable.NAME);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
        }
        return columns;
    }

    private int number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Object[] row(ResultSet result, int columns) throws SQLException {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
            row[i] = result.getObject(i + 1);
        }
        return row;
    }

    @Override
    public void close() {
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists " + TABLE);
                // What it has written is on the disk before anything else is measured.
                statement.execute("checkpoint");
            }
            connection.close();
        } catch (SQLException e) {
            throw new BenchmarkException("the raw store cannot be closed", e);
        }
    }

    /** The names that the service's schema gives to its event table. */
    private static final class EventTable {
        static final String NAME = "domain_event";
        static final String POSITION = "global_index";
    }
}
