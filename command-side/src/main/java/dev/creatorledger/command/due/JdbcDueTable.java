package dev.creatorledger.command.due;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** In PostgreSQL: each window counts once, for it is written in the transaction that moves its reader on. */
final class JdbcDueTable implements DueTable {

    private static final String INSERT_WINDOW =
            "INSERT INTO due_window (window_id, due_at, backfill_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String INSERT_BACKFILL =
            "INSERT INTO due_backfill (backfill_id) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String COUNT_OPENED = "UPDATE due_backfill SET opened = opened + 1 WHERE backfill_id = ?";
    private static final String CLOSE = "UPDATE due_backfill SET closed = true WHERE backfill_id = ?";
    private static final String REMOVE =
            """
            WITH gone AS (DELETE FROM due_window WHERE window_id = ANY (?) RETURNING backfill_id),
                 counted AS (SELECT backfill_id, count(*) AS windows FROM gone
                             WHERE backfill_id IS NOT NULL GROUP BY backfill_id)
            UPDATE due_backfill SET sealed = sealed + counted.windows
            FROM counted WHERE due_backfill.backfill_id = counted.backfill_id
            """;
    private static final String DUE =
            """
            SELECT window_id, due_at FROM due_window
            WHERE backfill_id IS NULL AND due_at <= ? AND (due_at, window_id) > (?, ?)
            ORDER BY due_at, window_id LIMIT ?
            """;
    private static final String DUE_UNDER =
            """
            SELECT window_id, due_at FROM due_window
            WHERE backfill_id = ? AND (due_at, window_id) > (?, ?)
            ORDER BY due_at, window_id LIMIT ?
            """;
    private static final String CLOSED_WITH_WINDOWS =
            """
            SELECT backfill_id FROM due_backfill WHERE closed
            AND EXISTS (SELECT 1 FROM due_window WHERE due_window.backfill_id = due_backfill.backfill_id)
            ORDER BY backfill_id
            """;
    private static final String OPEN_AFTER =
            """
            SELECT window_id FROM due_window WHERE backfill_id IS NULL AND due_at > ?
            ORDER BY due_at DESC, window_id DESC LIMIT ?
            """;
    private static final String WAITING =
            """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM due_window LIMIT ?) AS counted),
                   (SELECT count(*) FROM (SELECT 1 FROM due_window
                                          WHERE backfill_id IS NULL AND due_at <= ? LIMIT ?) AS counted),
                   (SELECT min(due_at) FROM due_window WHERE backfill_id IS NULL AND due_at <= ?)
            """;
    private static final String COUNTS = "SELECT opened, sealed FROM due_backfill WHERE backfill_id = ?";

    private final JdbcTemplate jdbc;

    JdbcDueTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void opened(Collection<OpenedWindow> windows) {
        jdbc.batchUpdate(
                INSERT_WINDOW,
                windows.stream()
                        .map(window -> new Object[] {
                            window.windowId().value(), timestamp(window.dueAt()), value(window.backfillId())
                        })
                        .toList());
        List<Object[]> underBackfills = windows.stream()
                .filter(window -> window.backfillId() != null)
                .map(window -> new Object[] {value(window.backfillId())})
                .toList();
        jdbc.batchUpdate(COUNT_OPENED, underBackfills);
    }

    @Override
    public List<WindowId> openAfter(Instant now, int limit) {
        return jdbc.query(OPEN_AFTER, (row, number) -> WindowId.parse(row.getString(1)), timestamp(now), limit);
    }

    @Override
    public void backfillOpened(BackfillId backfillId) {
        jdbc.update(INSERT_BACKFILL, backfillId.value());
    }

    @Override
    public void backfillClosed(BackfillId backfillId) {
        jdbc.update(CLOSE, backfillId.value());
    }

    @Override
    public void remove(Collection<WindowId> windows) {
        String[] ids = windows.stream().map(WindowId::value).toArray(String[]::new);
        jdbc.update(REMOVE, (Object) ids);
    }

    @Override
    public List<DueWindow> due(Instant now, @Nullable DueWindow after, int limit) {
        return find(DUE, timestamp(now), after, limit);
    }

    @Override
    public List<DueWindow> under(BackfillId backfillId, @Nullable DueWindow after, int limit) {
        return find(DUE_UNDER, backfillId.value(), after, limit);
    }

    private List<DueWindow> find(String query, Object which, @Nullable DueWindow after, int limit) {
        OffsetDateTime afterTime = after == null ? OffsetDateTime.MIN : timestamp(after.dueAt());
        String afterId = after == null ? "" : after.windowId().value();
        return jdbc.query(
                query,
                (row, number) -> new DueWindow(
                        WindowId.parse(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()),
                which,
                afterTime,
                afterId,
                limit);
    }

    @Override
    public List<BackfillId> closedWithWindows() {
        return jdbc.query(CLOSED_WITH_WINDOWS, (row, number) -> new BackfillId(row.getString(1)));
    }

    @Override
    public Optional<BackfillCounts> counts(BackfillId backfillId) {
        return jdbc
                .query(COUNTS, (row, number) -> new BackfillCounts(row.getLong(1), row.getLong(2)), backfillId.value())
                .stream()
                .findFirst();
    }

    @Override
    public Waiting waiting(Instant now, int countUpTo) {
        OffsetDateTime time = timestamp(now);
        return jdbc.query(WAITING, (row, number) -> Waiting.of(row, now), countUpTo, time, countUpTo, time)
                .get(0);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String value(@Nullable BackfillId backfillId) {
        return backfillId == null ? null : backfillId.value();
    }
}
