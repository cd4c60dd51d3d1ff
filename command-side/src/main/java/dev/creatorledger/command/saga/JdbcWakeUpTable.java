package dev.creatorledger.command.saga;

import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** The scheduler's table, as operators look at it. */
final class JdbcWakeUpTable {

    private static final String WAITING =
            """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM scheduled_tasks LIMIT ?) AS counted),
                   (SELECT count(*) FROM (SELECT 1 FROM scheduled_tasks WHERE execution_time <= ? LIMIT ?) AS counted),
                   (SELECT min(execution_time) FROM scheduled_tasks WHERE execution_time <= ?)
            """;

    private final JdbcTemplate jdbc;

    JdbcWakeUpTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is scheduled, counted up to a bound. */
    Waiting waiting(Instant now, int countUpTo) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return jdbc.query(WAITING, (row, number) -> Waiting.of(row, now), countUpTo, time, countUpTo, time)
                .get(0);
    }
}
