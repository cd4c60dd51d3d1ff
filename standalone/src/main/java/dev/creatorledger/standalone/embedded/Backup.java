package dev.creatorledger.standalone.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of a data folder that a service can be started on, made while the service runs or not.
 *
 * <p>Of a running database it is what PostgreSQL calls a base backup: its files, copied while they change, and the log of
 * those changes, which the copy's first start goes through. Everything that was acknowledged before the copy was begun is
 * in it. What proves the events, the checkpoints, is copied first: none of them is ahead of the copied events.
 */
public final class Backup {

    private static final String CLUSTER = "postgres";
    private static final String LOG_OF_CHANGES = "pg_wal";

    /** Of the data folder: what belongs to the running process, or is copied in its own way. Folders stay empty. */
    private static final Set<String> NOT_OF_THE_FOLDER =
            Set.of(CLUSTER, "postgres.draft", "postgres-start.log", "ledger.lock", "binaries");

    /** Of the cluster: what belongs to the running server. Folders of these names are copied empty. */
    private static final Set<String> NOT_OF_THE_CLUSTER = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            LOG_OF_CHANGES,
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "log");

    private final Path data;
    private final Path draft;

    private Backup(Path data, Path draft) {
        this.data = data;
        this.draft = draft;
    }

    /**
     * Makes one.
     *
     * @param data the folder of a service, running or not
     * @param to where the copy is to be; it appears there when it is whole
     * @throws FileSystemException if there is something already, or no service has ever run in the folder
     */
    public static void make(Path data, Path to) throws IOException {
        if (Files.exists(to)) {
            throw new FileSystemException(to.toString(), null, "it exists already");
        }
        if (!Files.exists(data.resolve(CLUSTER))) {
            throw new FileSystemException(data.toString(), null, "no ledger has run on it");
        }
        Path target = to.toAbsolutePath().normalize();
        Path draft = target.resolveSibling(target.getFileName() + ".draft");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(draft.getParent());
        try {
            new Backup(data.toAbsolutePath().normalize(), draft).copy();
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(draft);
            throw e;
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void copy() throws IOException {
        Copying.folder(data, draft);
        Copying.within(data, draft, NOT_OF_THE_FOLDER);
        Path cluster = data.resolve(CLUSTER);
        Path copy = draft.resolve(CLUSTER);
        DataFolder held = heldUnlessItRuns();
        if (held == null) {
            whileRunning(cluster, copy);
            return;
        }
        try {
            ServerProcess.clearOrphan(cluster);
            Copying.within(cluster, copy, Set.of("postmaster.pid", "log"));
        } finally {
            held.close();
        }
    }

    private @Nullable DataFolder heldUnlessItRuns() throws IOException {
        try {
            return DataFolder.hold(data);
        } catch (FileSystemException e) {
            return null;
        }
    }

    private void whileRunning(Path cluster, Path copy) throws IOException {
        try (Connection connection = connect(cluster);
                Statement statement = connection.createStatement()) {
            // As long as this connection lives, no part of the log is thrown away.
            statement.execute("SELECT pg_create_physical_replication_slot('ledger_backup', true, true)");
            statement.execute("SELECT pg_backup_start('ledger', true)");
            Copying.within(cluster, copy, NOT_OF_THE_CLUSTER);
            Files.writeString(copy.resolve("backup_label"), labelOf(connection));
            Copying.within(cluster.resolve(LOG_OF_CHANGES), copy.resolve(LOG_OF_CHANGES), Set.of("archive_status"));
            Files.createDirectories(copy.resolve(LOG_OF_CHANGES).resolve("archive_status"));
        } catch (SQLException e) {
            throw new IOException("The running database cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Ends the copying as the server sees it; from the label the copy's first start knows where to begin. */
    private static String labelOf(Connection connection) throws SQLException {
        try (PreparedStatement stop =
                        connection.prepareStatement("SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)");
                ResultSet row = stop.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(Path cluster) throws IOException, SQLException {
        List<String> server = Files.readAllLines(cluster.resolve("postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/postgres?ApplicationName=ledger-backup";
        return DriverManager.getConnection(
                url, "postgres", ServerPassword.of(data).value());
    }
}
