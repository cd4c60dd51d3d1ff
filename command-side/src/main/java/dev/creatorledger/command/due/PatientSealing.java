package dev.creatorledger.command.due;

import dev.creatorledger.command.config.BackOff;
import dev.creatorledger.command.due.DueTable.DueWindow;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is due by groups, so that one window that cannot be sealed holds up no other: it stays in the table, and
 * is tried again by itself, after a while that grows with its failures (A8).
 */
final class PatientSealing {

    private static final Logger LOG = LoggerFactory.getLogger(PatientSealing.class);

    private final Together together;
    private final BackOff<WindowId> backOff;

    /** By a clock of nanoseconds, as {@link BackOff}. */
    PatientSealing(Together together, LongSupplier nanos) {
        this.together = together;
        backOff = new BackOff<>(LOG, nanos);
    }

    /** Seals windows, all or none. */
    @FunctionalInterface
    interface Together {

        /** Gives the position of the last event that came of it; 0 if nothing did. */
        long seal(List<WindowId> windows, @Nullable BackfillId closedBackfill);
    }

    /**
     * Seals those of a group of due windows that do not wait after a failure.
     *
     * @return the position of the last event that came of it; 0 if nothing did
     */
    long seal(List<DueWindow> due, @Nullable BackfillId closedBackfill) {
        List<WindowId> ready =
                due.stream().map(DueWindow::windowId).filter(backOff::isReady).toList();
        List<WindowId> group =
                ready.stream().filter(window -> !backOff.hasFailed(window)).toList();
        List<WindowId> alone = ready.stream().filter(backOff::hasFailed).toList();
        long position = group.isEmpty() ? 0 : sealGroup(group, closedBackfill);
        return Math.max(position, sealEach(alone, closedBackfill));
    }

    private long sealGroup(List<WindowId> group, @Nullable BackfillId closedBackfill) {
        try {
            return together.seal(group, closedBackfill);
        } catch (RuntimeException e) {
            // Whichever it is because of tells the trace when it fails alone.
            LOG.warn("{} windows could not be sealed together; each is tried alone: {}", group.size(), e.toString());
            return sealEach(group, closedBackfill);
        }
    }

    private long sealEach(List<WindowId> windows, @Nullable BackfillId closedBackfill) {
        long position = 0;
        for (WindowId windowId : windows) {
            try {
                position = Math.max(position, together.seal(List.of(windowId), closedBackfill));
                backOff.done(windowId);
            } catch (RuntimeException e) {
                backOff.failed(windowId, "The window " + windowId.value() + " could not be sealed", e);
            }
        }
        return position;
    }
}
