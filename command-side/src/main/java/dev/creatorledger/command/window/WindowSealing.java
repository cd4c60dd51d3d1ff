package dev.creatorledger.command.window;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals windows in the booking lane, between two groups of batches (A8). */
public final class WindowSealing {

    private final BookingLane lane;
    private final BookingCommits commits;

    WindowSealing(BookingLane lane, BookingCommits commits) {
        this.lane = lane;
        this.commits = commits;
    }

    /**
     * Seals those of the windows whose time has come, in one commit; a window sealed before is told of again.
     *
     * @param windows windows that exist
     * @param closedBackfill the closed backfill they belong to (A11); {@code null}: to the ordinary course
     * @throws dev.creatorledger.platform.refusal.Refusal {@code UNAVAILABLE} if it could not be stored
     */
    public SealedWindows seal(List<WindowId> windows, @Nullable BackfillId closedBackfill, CallContext context) {
        return lane.inTurn(() -> commits.seal(windows, closedBackfill, context));
    }
}
