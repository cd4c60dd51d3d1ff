package dev.creatorledger.command.window;

import dev.creatorledger.events.window.WindowId;

/** Brings windows into memory before they are needed. */
public final class KeptWindows {

    private final BookingLane lane;
    private final BookingCommits commits;

    KeptWindows(BookingLane lane, BookingCommits commits) {
        this.lane = lane;
        this.commits = commits;
    }

    /**
     * Reads a window that exists, so that the next batch for it finds it in memory.
     *
     * @throws dev.creatorledger.platform.refusal.Refusal {@code UNAVAILABLE} if it takes too long
     */
    public void keep(WindowId windowId) {
        lane.inTurn(() -> {
            commits.keep(windowId);
            return windowId;
        });
    }
}
