package dev.creatorledger.command.payout;

import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** In PostgreSQL. */
final class JdbcDeadlineTable implements DeadlineTable {

    private static final String WATCH =
            "INSERT INTO due_deadline (payout_id, due_at, deadline) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String WARNED = "UPDATE due_deadline SET due_at = deadline WHERE payout_id = ?";
    private static final String FORGET = "DELETE FROM due_deadline WHERE payout_id = ?";
    private static final String DUE =
            "SELECT payout_id FROM due_deadline WHERE due_at <= ? ORDER BY due_at, payout_id LIMIT ? OFFSET ?";

    private static final String WAITING =
            """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM due_deadline LIMIT ?) AS counted),
                   (SELECT count(*) FROM (SELECT 1 FROM due_deadline WHERE due_at <= ? LIMIT ?) AS counted),
                   (SELECT min(due_at) FROM due_deadline WHERE due_at <= ?)
            """;

    private final JdbcTemplate jdbc;

    JdbcDeadlineTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void watch(PayoutId payoutId, Instant warnAt, Instant deadline) {
        jdbc.update(WATCH, payoutId.value(), warnAt.atOffset(ZoneOffset.UTC), deadline.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void warned(PayoutId payoutId) {
        jdbc.update(WARNED, payoutId.value());
    }

    @Override
    public void forget(PayoutId payoutId) {
        jdbc.update(FORGET, payoutId.value());
    }

    @Override
    public Waiting waiting(Instant now, int countUpTo) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return jdbc.query(WAITING, (row, number) -> Waiting.of(row, now), countUpTo, time, countUpTo, time)
                .get(0);
    }

    @Override
    public List<PayoutId> due(Instant now, int limit, int passedOver) {
        return jdbc.query(
                DUE, (row, number) -> new PayoutId(row.getString(1)), now.atOffset(ZoneOffset.UTC), limit, passedOver);
    }
}
