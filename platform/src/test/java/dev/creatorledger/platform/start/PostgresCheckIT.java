package dev.creatorledger.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("A process on PostgreSQL")
class PostgresCheckIT {

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    private static int databases;
    private final MockEnvironment environment = new MockEnvironment();
    private DataSource database = server.getPostgresDatabase();

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void anEmptyDatabase() throws SQLException {
        String name = "check_" + ++databases;
        execute("CREATE DATABASE " + name);
        database = server.getDatabase("postgres", name);
        set("url", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name);
        set("user", "postgres");
    }

    private void set(String setting, String value) {
        environment.setProperty("ledger.postgres." + setting, value);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void migrate(String upTo) {
        Flyway.configure().dataSource(database).target(upTo).load().migrate();
    }

    private void migratingSays(String what) {
        assertThat(PostgresCheck.migrating().wrong(environment))
                .singleElement()
                .asString()
                .contains(what);
    }

    private void readingSays(String what) {
        assertThat(PostgresCheck.reading().wrong(environment))
                .singleElement()
                .asString()
                .contains(what);
    }

    @Test
    void startsWhereTheTablesAreItsOwn() {
        assertThat(PostgresCheck.migrating().wrong(environment)).isEmpty();
        migrate("latest");
        assertThat(PostgresCheck.migrating().wrong(environment)).isEmpty();
        assertThat(PostgresCheck.reading().wrong(environment)).isEmpty();
    }

    @Test
    void thatOnlyReadsWaitsForTheTablesOfItsVersion() {
        readingSays("has no tables yet");
        migrate("3");
        readingSays("has tables of an older version");
        assertThat(PostgresCheck.migrating().wrong(environment)).isEmpty();
    }

    @Test
    void refusesTablesOfANewerVersion() throws SQLException {
        migrate("latest");
        execute("INSERT INTO flyway_schema_history SELECT installed_rank + 1, '9999', 'later', type, 'V9999__l.sql',"
                + " checksum, installed_by, installed_on, 1, true FROM flyway_schema_history"
                + " ORDER BY installed_rank DESC LIMIT 1");
        migratingSays("newer version than this program");
        readingSays("newer version than this program");
    }

    @Test
    void refusesAMigrationThatFailedHalfWay() throws SQLException {
        migrate("4");
        execute("UPDATE flyway_schema_history SET success = false WHERE version = '4'");
        migratingSays("failed half way");
    }

    @Test
    void refusesTheTablesOfSomebodyElse() throws SQLException {
        execute("CREATE TABLE somebody_elses (id integer)");
        migratingSays("not the ledger's");
    }

    @Test
    void refusesAServerThatForgetsWhatItAcknowledged() throws SQLException {
        execute("ALTER DATABASE check_" + databases + " SET synchronous_commit = off");
        migratingSays("has synchronous_commit off");
    }

    @Test
    void tellsADatabaseThatIsNotThereFromAServerThatIsNot() {
        set("url", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/nowhere");
        migratingSays("has no such database");
        set("url", "jdbc:postgresql://127.0.0.1:1/ledger?user=somebody&password=secret");
        assertThat(PostgresCheck.migrating().wrong(environment))
                .singleElement()
                .asString()
                .contains("127.0.0.1:1/ledger does not answer")
                .doesNotContain("secret");
    }

    @Test
    void takesThePasswordFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from the file\n");
        set("password", "from the setting");
        set("password-file", file.toString());
        assertThat(Settings.of(environment, PostgresSettings.class).secret()).isEqualTo("from the file");
        set("password-file", folder.resolve("none").toString());
        assertThat(PostgresCheck.migrating().missing(environment))
                .singleElement()
                .asString()
                .contains("ledger.postgres.password-file");
    }

    @Test
    void isToldWhatIsNotSet() {
        set("url", "postgres://elsewhere");
        set("user", "");
        assertThat(PostgresCheck.migrating().missing(environment))
                .hasSize(2)
                .anyMatch(line -> line.contains("must be like jdbc:postgresql:"))
                .anyMatch(line -> line.contains("LEDGER_POSTGRES_USER"));
    }

    @Test
    void keepsItsNameFromOthersAlsoAfterItsSessionWasCut() throws SQLException {
        NodeLock one = new NodeLock(database, 1, "node", Duration.ZERO);
        NodeLock other = new NodeLock(database, 1, "node", Duration.ZERO);
        one.start();
        assertThatThrownBy(other::start).isInstanceOf(StartRefused.class).hasMessageContaining("under the name node");
        NodeLock ofTheOtherSide = new NodeLock(database, 2, "node", Duration.ZERO);
        ofTheOtherSide.start();
        ofTheOtherSide.stop();
        execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                + " AND pid <> pg_backend_pid()");
        one.keep();
        assertThatThrownBy(other::start).isInstanceOf(StartRefused.class);
        one.stop();
        other.start();
        assertThat(other.isRunning()).isTrue();
        other.stop();
    }
}
