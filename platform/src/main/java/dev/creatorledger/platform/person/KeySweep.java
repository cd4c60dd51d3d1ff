package dev.creatorledger.platform.person;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the bytes of destroyed keys out of the table's files.
 *
 * <p>An update leaves the row's old version behind, and even a vacuum only gives its place away; writing the table
 * anew leaves it out. It would be taken over, though, while a transaction is running that began before the update and
 * might look at it: these are waited for, and if one takes too long, the next sweep takes what is left.
 */
final class KeySweep {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String LEFT = "SELECT count(*) FROM persons.person_key WHERE NOT swept";
    private static final String SEEN_BY_NOBODY =
            """
            SELECT person FROM persons.person_key AS gone
            WHERE NOT swept AND NOT EXISTS (
                SELECT 1 FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                AND (age(backend_xid) >= age(gone.xmin) OR age(backend_xmin) >= age(gone.xmin)))
            """;
    private static final String WRITE_ANEW = "VACUUM (FULL) persons.person_key";
    private static final String SWEPT = "UPDATE persons.person_key SET swept = true WHERE person = ANY (?)";

    private static final Logger LOG = LoggerFactory.getLogger(KeySweep.class);

    private final JdbcTemplate jdbc;

    KeySweep(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Sweeps, if there is anything to sweep. */
    void run() {
        long left = left();
        if (left == 0) {
            return;
        }
        List<String> seenByNobody = awaitOldReaders(left);
        jdbc.execute(WRITE_ANEW);
        jdbc.update(SWEPT, (Object) seenByNobody.toArray(String[]::new));
        if (seenByNobody.size() < left) {
            LOG.warn(
                    "Old transactions keep the bytes of destroyed keys in their files until the next start or erasure");
        }
    }

    private List<String> awaitOldReaders(long left) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<String> seenByNobody = seenByNobody();
        while (seenByNobody.size() < left && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            seenByNobody = seenByNobody();
        }
        return seenByNobody;
    }

    private long left() {
        Long left = jdbc.queryForObject(LEFT, Long.class);
        return left == null ? 0 : left;
    }

    private List<String> seenByNobody() {
        return jdbc.queryForList(SEEN_BY_NOBODY, String.class);
    }
}
