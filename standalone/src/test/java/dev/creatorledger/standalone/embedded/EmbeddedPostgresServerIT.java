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

            OrphanedServer.stop(data.resolve("postgres"));

            assertThatThrownBy(() -> number(abandoned, "SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
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
