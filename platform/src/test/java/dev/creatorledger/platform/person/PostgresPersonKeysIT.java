package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.events.person.PersonId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPersonKeysIT extends PersonKeysContract {

    private final HikariDataSource dataSource = new HikariDataSource();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @BeforeAll
    void startServer() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        Flyway.configure().dataSource(dataSource).load().migrate();
        jdbc = new JdbcTemplate(dataSource);
    }

    @AfterAll
    void stopServer() throws IOException {
        dataSource.close();
        postgres.close();
    }

    @Override
    void empty() {
        jdbc.execute("TRUNCATE persons.person_key, persons.master_key");
    }

    @Override
    PersonKeys open(MasterKey master) {
        return PostgresPersonKeys.open(dataSource, master, CLOCK);
    }

    @Nested
    @DisplayName("U7 A person's key")
    class Keys {

        @Test
        void isKeptWrappedAndNamesItsMasterKey() {
            keys.keyFor(SARA);
            assertThat(wrappedKeyOf(SARA)).hasSize(12 + 32 + 16);
            assertThat(jdbc.queryForObject("SELECT master_key_id FROM persons.person_key", String.class))
                    .isEqualTo(jdbc.queryForObject("SELECT master_key_id FROM persons.master_key", String.class));
        }

        @Test
        void thatWasTouchedIsNotTakenForNone() {
            keys.keyFor(SARA);
            jdbc.update("UPDATE persons.person_key"
                    + " SET wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> keys.keyFor(SARA))
                    .withMessage("The stored key of owner:ch-1 does not open");
        }
    }

    @Nested
    @DisplayName("U7 A key that is destroyed")
    class Destroying {

        @Test
        void staysSoWhenRepeated() {
            keys.keyFor(SARA);
            keys.destroy(Set.of(SARA));
            var destroyed = jdbc.queryForMap("SELECT * FROM persons.person_key");
            keys.destroy(Set.of(SARA, SIMIN));
            assertThat(jdbc.queryForMap("SELECT * FROM persons.person_key WHERE person = ?", SARA.value()))
                    .isEqualTo(destroyed);
            assertThat(keys.keyFor(SIMIN)).as("who never had a key gets none").isEmpty();
        }

        @Test
        void isForgottenByTheCacheAtOnce() {
            PersonKeys cached = new CachedPersonKeys(keys, SETTINGS);
            cached.keyFor(SARA);
            jdbc.execute("ALTER TABLE persons.person_key RENAME TO person_key_away");
            assertThat(cached.find(SARA)).as("from memory").isPresent();
            jdbc.execute("ALTER TABLE persons.person_key_away RENAME TO person_key");
            cached.destroy(Set.of(SARA));
            assertThat(cached.find(SARA)).isEmpty();
            assertThat(cached.keyFor(SARA)).isEmpty();
        }

        @Test
        void isInNoFileOfTheTablesAnyMore() throws IOException {
            keys.keyFor(SIMIN);
            keys.keyFor(SARA);
            byte[] wrapped = wrappedKeyOf(SARA);
            jdbc.execute("ANALYZE persons.person_key");
            assertThat(filesWith(wrapped)).as("before").isNotEmpty();
            keys.destroy(Set.of(SARA));
            assertThat(filesWith(wrapped)).isEmpty();
            assertThat(unswept()).isZero();
        }

        @Test
        void isSweptOutByTheNextStartWhereAnOldTransactionWasInTheWay() throws SQLException, IOException {
            keys.keyFor(SARA);
            byte[] wrapped = wrappedKeyOf(SARA);
            try (Connection old = dataSource.getConnection();
                    Statement statement = old.createStatement()) {
                old.setAutoCommit(false);
                old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                statement.execute("SELECT count(*) FROM domain_event");
                keys.destroy(Set.of(SARA));
                assertThat(keys.find(SARA)).as("destroyed all the same").isEmpty();
                assertThat(unswept()).isEqualTo(1);
                old.rollback();
                old.setAutoCommit(true);
            }
            openWith(1);
            assertThat(unswept()).isZero();
            assertThat(filesWith(wrapped)).isEmpty();
        }
    }

    private long unswept() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT count(*) FROM persons.person_key WHERE NOT swept", Long.class));
    }

    private byte[] wrappedKeyOf(PersonId person) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT wrapped_key FROM persons.person_key WHERE person = ?", byte[].class, person.value()));
    }

    /** The files of tables and indexes that hold these bytes, once everything is written out. */
    private List<Path> filesWith(byte[] bytes) throws IOException {
        jdbc.execute("CHECKPOINT");
        Path folder = Path.of(Objects.requireNonNull(jdbc.queryForObject("SHOW data_directory", String.class)));
        String sought = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("base"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(sought)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
