package dev.creatorledger.platform.person;

import dev.creatorledger.events.person.PersonId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys of persons in PostgreSQL, wrapped with the master key; each call is a transaction of its own. */
public final class PostgresPersonKeys implements PersonKeys {

    private static final String FIRST_MASTER =
            "INSERT INTO persons.master_key (master_key_id, first_used_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String MASTER = "SELECT master_key_id FROM persons.master_key";
    private static final String INSERT =
            """
            INSERT INTO persons.person_key (person, wrapped_key, master_key_id, created_at)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String SELECT = "SELECT wrapped_key FROM persons.person_key WHERE person = ?";
    private static final String KNOWN = "SELECT count(*) FROM persons.person_key WHERE person = ?";
    private static final String NEVER_TO_HAVE_ONE =
            """
            INSERT INTO persons.person_key (person, created_at, destroyed_at)
            SELECT person, ?, ? FROM unnest(?) AS asked (person) ON CONFLICT DO NOTHING
            """;
    private static final String DESTROY =
            """
            UPDATE persons.person_key
            SET wrapped_key = NULL, master_key_id = NULL, destroyed_at = ?, swept = false
            WHERE person = ANY (?) AND wrapped_key IS NOT NULL
            """;

    private final JdbcTemplate jdbc;
    private final MasterKey master;
    private final Clock clock;
    private final KeySweep sweep;

    private PostgresPersonKeys(DataSource dataSource, MasterKey master, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.master = master;
        this.clock = clock;
        this.sweep = new KeySweep(jdbc);
    }

    /**
     * The keys that are kept in a database, if this is the master key for them; the first one ever is. Sweeps out what
     * a crash left behind of keys that were destroyed.
     *
     * @throws MasterKeyException if they are wrapped with another one
     */
    public static PostgresPersonKeys open(DataSource dataSource, MasterKey master, Clock clock) {
        PostgresPersonKeys keys = new PostgresPersonKeys(dataSource, master, clock);
        keys.checkMaster();
        keys.sweep.run();
        return keys;
    }

    private void checkMaster() {
        jdbc.update(FIRST_MASTER, master.id(), now());
        master.requireSame(String.valueOf(jdbc.queryForObject(MASTER, String.class)));
    }

    @Override
    public Optional<PersonKey> keyFor(PersonId person) {
        List<Optional<byte[]>> rows = read(person);
        if (rows.isEmpty()) {
            // Whoever comes second inserts nothing, and reads what the first one did.
            byte[] bytes = PersonKey.newBytes();
            jdbc.update(INSERT, person.value(), master.wrap(person, bytes), master.id(), now());
            rows = read(person);
        }
        return opened(person, rows);
    }

    @Override
    public Optional<PersonKey> find(PersonId person) {
        return opened(person, read(person));
    }

    @Override
    public boolean knows(PersonId person) {
        Long rows = jdbc.queryForObject(KNOWN, Long.class, person.value());
        return rows != null && rows > 0;
    }

    /**
     * Not within a transaction: the bytes are swept out of the table's files before it returns, if nobody is in the
     * way.
     */
    @Override
    public void destroy(Set<PersonId> persons) {
        String[] ids = persons.stream().map(PersonId::value).toArray(String[]::new);
        jdbc.update(NEVER_TO_HAVE_ONE, now(), now(), ids);
        jdbc.update(DESTROY, now(), ids);
        sweep.run();
    }

    /** The person's row, if there is one: the wrapped key, or nothing if it was destroyed. */
    private List<Optional<byte[]>> read(PersonId person) {
        return jdbc.query(SELECT, (row, number) -> Optional.ofNullable(row.getBytes(1)), person.value());
    }

    private Optional<PersonKey> opened(PersonId person, List<Optional<byte[]>> rows) {
        return rows.stream().flatMap(Optional::stream).findFirst().map(wrapped -> master.opened(person, wrapped));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
