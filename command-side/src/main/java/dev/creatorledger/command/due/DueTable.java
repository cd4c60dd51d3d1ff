package dev.creatorledger.command.due;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The windows that wait for their sealing, and the backfills with the windows under them; a port, because each mode keeps
 * them in the store that it has.
 */
interface DueTable {

    /**
     * A window that waits.
     *
     * @param dueAt from when it takes no more impressions by the clock
     */
    record DueWindow(WindowId windowId, Instant dueAt) {}

    /** A window that was opened, and the backfill it belongs to, if any. */
    record OpenedWindow(WindowId windowId, Instant dueAt, @Nullable BackfillId backfillId) {}

    /** How many windows a backfill has opened, and how many of them are final. */
    record BackfillCounts(long opened, long sealed) {}

    /** Windows were opened; the backfills that they belong to have been opened before. */
    void opened(Collection<OpenedWindow> windows);

    /** The newest windows of the ordinary course that still take impressions, at most {@code limit}. */
    List<WindowId> openAfter(Instant now, int limit);

    /** A backfill was opened. */
    void backfillOpened(BackfillId backfillId);

    /** A backfill was closed. */
    void backfillClosed(BackfillId backfillId);

    /** Takes out windows whose income is final; those that are not in the table are passed over. */
    void remove(Collection<WindowId> windows);

    /** The windows of the ordinary course that are due, in the order of their times, after one of them. */
    List<DueWindow> due(Instant now, @Nullable DueWindow after, int limit);

    /** The windows under a backfill, in the order of their hours, after one of them. */
    List<DueWindow> under(BackfillId backfillId, @Nullable DueWindow after, int limit);

    /** Closed backfills that have windows left. */
    List<BackfillId> closedWithWindows();

    /** The counts of a backfill, once its opening was seen. */
    Optional<BackfillCounts> counts(BackfillId backfillId);

    /** What waits, counted up to a bound; windows under backfills are due at no time. */
    Waiting waiting(Instant now, int countUpTo);
}
