package dev.creatorledger.command.idempotency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Outcomes in PostgreSQL, each step one statement and one commit. */
final class JdbcOutcomes implements Outcomes {

    private static final int TRIES = 5;

    /**
     * Takes the key if nothing stands under it, or what stands there is past its time, or the same request was left
     * running: by an earlier life of this very node, or by anybody whose lease is over. What was abandoned is free for
     * any request.
     */
    private static final String RESERVE =
            """
            INSERT INTO idempotency_key AS kept
                   (id, request, holder, node, life, leased_until, attempt, reserved_at, at)
            VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                request = excluded.request, holder = excluded.holder, node = excluded.node, life = excluded.life,
                leased_until = excluded.leased_until, at = excluded.at,
                attempt = CASE WHEN kept.at <= ? OR kept.request <> excluded.request THEN 1 ELSE kept.attempt + 1 END,
                reserved_at = CASE WHEN kept.at <= ? OR kept.request <> excluded.request
                                   THEN excluded.reserved_at ELSE kept.reserved_at END,
                status = NULL, content_type = NULL, answer = NULL
            WHERE kept.at <= ?
               OR (kept.status IS NULL AND kept.leased_until = '-infinity')
               OR (kept.status IS NULL AND kept.request = excluded.request
                   AND (kept.leased_until <= excluded.at OR (kept.node = excluded.node AND kept.life <> excluded.life)))
            RETURNING attempt, reserved_at
            """;

    private static final String FIND = "SELECT request, status, content_type, answer FROM idempotency_key WHERE id = ?";

    private static final String KEEP =
            """
            UPDATE idempotency_key SET status = ?, content_type = ?, answer = ?, at = ?
            WHERE id = ? AND holder = ? AND status IS NULL
            """;

    private static final String RELEASE = "DELETE FROM idempotency_key WHERE id = ? AND holder = ? AND status IS NULL";

    private static final String ABANDON =
            "UPDATE idempotency_key SET leased_until = '-infinity' WHERE id = ? AND holder = ? AND status IS NULL";

    private static final String FORGET =
            """
            DELETE FROM idempotency_key WHERE id IN
                (SELECT id FROM idempotency_key WHERE at <= ? ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcTemplate jdbc;
    private final IdempotencySettings settings;
    private final String node;
    private final String life = IdentifierFactory.getInstance().generateIdentifier();

    /**
     * Outcomes of a node.
     *
     * @param node the node's name; where it is the same after a restart, what the node has left running is taken over
     *     at once
     */
    JdbcOutcomes(JdbcTemplate jdbc, String node, IdempotencySettings settings) {
        this.jdbc = jdbc;
        this.node = node;
        this.settings = settings;
    }

    @Override
    public Found reserve(KeyedRequest request, Instant now) {
        String holder = IdentifierFactory.getInstance().generateIdentifier();
        // What is found may be released before it is read: then the key is free, and taken in the next round.
        for (int time = 0; time < TRIES; time++) {
            List<Found> found = reserved(request, holder, now);
            if (found.isEmpty()) {
                found = standing(request);
            }
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        return new Running();
    }

    private List<Found> reserved(KeyedRequest request, String holder, Instant now) {
        OffsetDateTime forgotten = timestamp(now.minus(settings.keep()));
        return jdbc.query(
                RESERVE,
                (row, number) -> new Reservation(
                        request.id(),
                        holder,
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(1) > 1),
                request.id(),
                request.digest(),
                holder,
                node,
                life,
                timestamp(now.plus(settings.lease())),
                timestamp(now),
                timestamp(now),
                forgotten,
                forgotten,
                forgotten);
    }

    private List<Found> standing(KeyedRequest request) {
        return jdbc.query(
                FIND,
                (row, number) -> {
                    if (!row.getString(1).equals(request.digest())) {
                        return new Reused();
                    }
                    int status = row.getInt(2);
                    return row.wasNull() ? new Running() : new Outcome(status, row.getString(3), row.getBytes(4));
                },
                request.id());
    }

    @Override
    public void keep(Reservation reservation, Outcome outcome, Instant now) {
        jdbc.update(
                KEEP,
                outcome.status(),
                outcome.contentType(),
                outcome.body(),
                timestamp(now),
                reservation.id(),
                reservation.holder());
    }

    @Override
    public void release(Reservation reservation) {
        jdbc.update(RELEASE, reservation.id(), reservation.holder());
    }

    @Override
    public void abandon(Reservation reservation) {
        jdbc.update(ABANDON, reservation.id(), reservation.holder());
    }

    @Override
    public int forget(Instant now, int limit) {
        return jdbc.update(FORGET, timestamp(now.minus(settings.keep())), limit);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
