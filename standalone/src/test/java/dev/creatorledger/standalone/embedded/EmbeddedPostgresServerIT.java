package dev.creatorledger.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL keeps what it acknowledged, for whoever has the password, and for one service at a time. */
class EmbeddedPostgresServerIT {

    @TempDir
    private Path data;

    @Test
    void keepsItsRowsAcrossAStop() throws Exception {
        try (DataFolder folder = DataFolder.hold(data);
                EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            run(server, "CREATE TABLE kept AS SELECT 1 AS n");
        }
        try (DataFolder folder = DataFolder.hold(data);
                EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            assertThat(number(server, "SELECT n FROM kept")).isEqualTo(1);
        }
    }

    @Test
    void stopsAServerThatNobodyHoldsAnyMore() throws Exception {
        try (DataFolder folder = DataFolder.hold(data)) {
            EmbeddedPostgresServer abandoned = EmbeddedPostgresServer.start(folder);
            assertThat(number(abandoned, "SELECT 1")).isEqualTo(1);

            ServerProcess.clearOrphan(data.resolve("postgres"));

            assertThatThrownBy(() -> number(abandoned, "SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void startsThoughItsOldNumberIsAnotherProcessNow() throws Exception {
        try (DataFolder folder = DataFolder.hold(data)) {
            EmbeddedPostgresServer.start(folder).close();
            Path cluster = data.resolve("postgres");
            leavePidFile(cluster, cluster, ProcessHandle.current().pid());
            try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
                assertThat(number(server, "SELECT 1")).isEqualTo(1);
            }
        }
    }

    @Test
    void startsWhereTheKilledServerIsNotYetCollectedByItsParent() throws Exception {
        try (DataFolder folder = DataFolder.hold(data)) {
            EmbeddedPostgresServer.start(folder).close();
            Path cluster = data.resolve("postgres");
            // The shell becomes a sleeper that never asks how its child has ended.
            Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
            try {
                leavePidFile(
                        cluster, cluster, Long.parseLong(parent.inputReader().readLine()));
                try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
                    assertThat(number(server, "SELECT 1")).isEqualTo(1);
                }
            } finally {
                parent.destroyForcibly();
            }
        }
    }

    @Test
    void leavesTheServerOfAnotherFolderAlone(@TempDir Path other) throws Exception {
        try (DataFolder folder = DataFolder.hold(data);
                DataFolder copied = DataFolder.hold(other);
                EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            Path cluster = data.resolve("postgres");
            Path copy = Files.createDirectory(copied.path().resolve("postgres"));
            Files.copy(cluster.resolve("postmaster.pid"), copy.resolve("postmaster.pid"));

            ServerProcess.clearOrphan(copy);
            leavePidFile(copy, copy, pidOf(cluster));
            ServerProcess.clearOrphan(copy);

            assertThat(number(server, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void makesItsClusterAnewIfTheFirstStartWasCutOff() throws Exception {
        Path half = Files.createDirectories(data.resolve("postgres.draft"));
        Files.writeString(half.resolve("postgresql.conf"), "half a file");
        try (DataFolder folder = DataFolder.hold(data);
                EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            assertThat(number(server, "SELECT 1")).isEqualTo(1);
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void runsNothingThatOthersCouldHaveWritten() throws Exception {
        Path binaries = ServerBinaries.folder(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(binaries.getParent())))
                .isEqualTo("rwx------");
    }

    private static long pidOf(Path cluster) throws IOException {
        return Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
    }

    private static void leavePidFile(Path cluster, Path directory, long pid) throws IOException {
        Files.write(cluster.resolve("postmaster.pid"), List.of(Long.toString(pid), directory.toString(), "1", "5432"));
    }

    @Test
    void asksForThePasswordThatOnlyTheFoldersOwnerCanRead() throws Exception {
        try (DataFolder folder = DataFolder.hold(data);
                EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void givesAFolderToOneServiceOnly() throws IOException {
        try (DataFolder first = DataFolder.hold(data)) {
            assertThatThrownBy(() -> DataFolder.hold(first.path()))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("another ledger is running");
        }
        DataFolder.hold(data).close();
    }

    private static void run(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(EmbeddedPostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
