package dev.creatorledger.standalone.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a child of this process, its cluster in the data folder, set so that what it acknowledges is on disk.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final String CLUSTER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** What must hold for an acknowledged commit to survive a crash of the machine. */
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** The library turns the first two off by itself. The rest fits one writer and long append-only tables. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("wal_compression", "on"),
            // So much that it can be copied while it runs; nobody follows it.
            Map.entry("wal_level", "replica"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("jit", "off"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"));

    private final EmbeddedPostgres server;
    private final Path cluster;
    private final ServerPassword password;

    private EmbeddedPostgresServer(EmbeddedPostgres server, Path cluster, ServerPassword password) {
        this.server = server;
        this.cluster = cluster;
        this.password = password;
    }

    /**
     * Starts the server of a data folder that this process holds, making its cluster if there is none.
     *
     * @throws IOException if it does not start
     * @throws IllegalStateException if it would not be durable
     */
    public static EmbeddedPostgresServer start(DataFolder folder) throws IOException {
        Path data = folder.path().toAbsolutePath().normalize(); // as the server writes it down
        Path cluster = data.resolve(CLUSTER);
        if (isMadeIn(folder)) {
            ServerProcess.clearOrphan(cluster);
        } else {
            make(cluster, data);
        }
        return start(cluster, data);
    }

    /** Whether a data folder has its cluster already. */
    static boolean isMadeIn(DataFolder folder) {
        return Files.exists(folder.path().resolve(CLUSTER));
    }

    /**
     * Makes the cluster beside its place and moves it there when it is whole, so that a kill leaves no half of one.
     */
    private static void make(Path cluster, Path data) throws IOException {
        Path draft = data.resolve("postgres.draft");
        if (Files.exists(draft)) {
            ServerProcess.clearOrphan(draft);
            FileSystemUtils.deleteRecursively(draft);
        }
        Files.createDirectory(draft);
        start(draft, data).close();
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgresServer start(Path cluster, Path data) throws IOException {
        ServerPassword password = ServerPassword.of(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(ServerBinaries.folder(data).toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password.value());
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.to(data.resolve("postgres-start.log").toFile());
        builder.setOutputRedirector(log).setErrorRedirector(log);
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgresServer started = new EmbeddedPostgresServer(builder.start(), cluster, password);
        try {
            started.secure();
            return started;
        } catch (SQLException | RuntimeException e) {
            started.close();
            throw new IllegalStateException("The database of " + data + " cannot be used", e);
        }
    }

    private void secure() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : MUST_BE_ON) {
                mustBeOn(statement, setting);
            }
            password.require(statement, cluster);
        }
    }

    private static void mustBeOn(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            if (!row.next() || !row.getString(1).equals("on")) {
                throw new IllegalStateException(setting + " must be on, or acknowledged money can be lost");
            }
        }
    }

    /** Where to connect; batches of inserts are sent as one statement. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort()
                + "/postgres?reWriteBatchedInserts=true&ApplicationName=creator-ledger";
    }

    /** Whom to connect as. */
    public String user() {
        return "postgres";
    }

    /** The password of {@link #user()}. */
    public String password() {
        return password.value();
    }

    @Override
    public void close() throws IOException {
        server.close();
        ServerProcess.stop(cluster); // the library waits 5 seconds, which a last checkpoint may take longer than
    }
}
