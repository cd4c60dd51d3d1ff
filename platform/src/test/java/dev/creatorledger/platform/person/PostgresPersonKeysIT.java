package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPersonKeysIT {

    private static final PersonId SARA = new PersonId("owner:ch-1");
    private static final PersonId SIMIN = new PersonId("owner:ch-2");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T10:20:00Z"), ZoneOffset.UTC);
    private static final PersonSettings SETTINGS = new PersonSettings("", 100, Duration.ofHours(1));

    private final HikariDataSource dataSource = new HikariDataSource();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @SuppressWarnings("NullAway.Init")
    private PersonKeys keys;

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

    @BeforeEach
    void open() {
        jdbc.execute("TRUNCATE persons.person_key, persons.master_key");
        keys = openWith(1);
    }

    private PersonKeys openWith(int masterKey) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) masterKey;
        MasterKey master = MasterKey.parse(Base64.getEncoder().encodeToString(bytes), "the test");
        return PostgresPersonKeys.open(dataSource, master, CLOCK);
    }

    /** What a key makes of one text: equal for one key alone. */
    private static String mark(PersonKey key) {
        return key.seal(SARA, PersonalField.NAME, "a text");
    }

    private static String mark(PersonKeys of, PersonId person) {
        return mark(of.find(person).orElseThrow());
    }

    @Nested
    @DisplayName("U7 A person's key")
    class Keys {

        @Test
        void isMadeOnceAndOutlivesTheProcess() {
            assertThat(keys.find(SARA)).isEmpty();
            assertThat(keys.knows(SARA)).isFalse();
            String made = mark(keys.keyFor(SARA).orElseThrow());
            assertThat(mark(keys.keyFor(SARA).orElseThrow())).isEqualTo(made);
            assertThat(mark(openWith(1), SARA)).isEqualTo(made);
            assertThat(keys.knows(SARA)).isTrue();
            assertThat(mark(keys.keyFor(SIMIN).orElseThrow())).isNotEqualTo(made);
        }

        @Test
        void isOneHoweverManyAskForItFirst() throws Exception {
            int callers = 8;
            CyclicBarrier together = new CyclicBarrier(callers);
            ExecutorService threads = Executors.newFixedThreadPool(callers);
            List<Future<String>> marks = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                PersonKeys caller = i % 2 == 0 ? keys : new CachedPersonKeys(keys, SETTINGS);
                marks.add(threads.submit(() -> {
                    together.await();
                    return mark(caller.keyFor(SARA).orElseThrow());
                }));
            }
            for (Future<String> each : marks) {
                assertThat(each.get()).isEqualTo(mark(keys, SARA));
            }
            threads.shutdown();
        }

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
    @DisplayName("U7 The master key")
    class Master {

        @Test
        void isHeldToTheFirstOneEvenBeforeAnybodyIsKnown() {
            assertThatExceptionOfType(MasterKeyException.class)
                    .isThrownBy(() -> openWith(2))
                    .withMessageContaining("does not open the keys that are stored")
                    .withMessageContaining("LEDGER_MASTER_KEY");
            assertThat(openWith(1).knows(SARA)).isFalse();
        }
    }

    @Nested
    @DisplayName("U7 A key that is destroyed")
    class Destroying {

        @Test
        void isGoneForEverAndAloneSo() {
            keys.keyFor(SARA);
            String simin = mark(keys.keyFor(SIMIN).orElseThrow());
            keys.destroy(Set.of(SARA));
            for (PersonKeys each : List.of(keys, openWith(1))) {
                assertThat(each.find(SARA)).isEmpty();
                assertThat(each.keyFor(SARA)).as("never a new one").isEmpty();
                assertThat(each.knows(SARA)).isTrue();
                assertThat(mark(each, SIMIN)).isEqualTo(simin);
            }
        }

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
