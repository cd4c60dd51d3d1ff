package dev.creatorledger.command.due;

import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.config.Recurring;
import dev.creatorledger.command.due.DueTable.DueWindow;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.platform.store.StoredEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is due by the injected clock, in the order of due times: every second, at the start for all that fell due
 * while the service was down (A8), and after the closing of a backfill for its windows (A11).
 */
final class SealingWorker extends Recurring implements BackfillSealing {

    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final DueTable table;
    private final PatientSealing sealing;
    private final GroupProgress progress;
    private final StoredEvents events;
    private final Clock clock;
    private final SealingSettings settings;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    SealingWorker(
            DueTable table,
            PatientSealing sealing,
            GroupProgress progress,
            StoredEvents events,
            Clock clock,
            SealingSettings settings) {
        super("sealing", settings.every());
        this.table = table;
        this.sealing = sealing;
        this.progress = progress;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    protected void turn() {
        if (progress.isHere(DueWindows.GROUP)) {
            sealWhatIsDue();
        }
    }

    /** Seals all that is due now. */
    void sealWhatIsDue() {
        sealAll(after -> table.due(clock.instant(), after, settings.group()), null, this::isRunning);
        for (BackfillId closed : table.closedWithWindows()) {
            sealAll(after -> table.under(closed, after, settings.group()), closed, this::isRunning);
        }
    }

    @Override
    public long sealWithin(BackfillId backfillId, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        BooleanSupplier inTime = () -> System.nanoTime() - deadline < 0;
        // Windows that were opened a moment ago may not have reached the table.
        long head = events.head();
        while (progress.position(DueWindows.GROUP) < head && inTime.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return sealAll(after -> table.under(backfillId, after, settings.group()), backfillId, inTime);
    }

    private long sealAll(
            Function<@Nullable DueWindow, List<DueWindow>> page, @Nullable BackfillId closed, BooleanSupplier goOn) {
        long position = 0;
        DueWindow after = null;
        while (goOn.getAsBoolean()) {
            oneAtATime.lock();
            try {
                List<DueWindow> due = page.apply(after);
                if (due.isEmpty()) {
                    break;
                }
                position = Math.max(position, sealing.seal(due, closed));
                after = due.get(due.size() - 1);
            } finally {
                oneAtATime.unlock();
            }
        }
        return position;
    }
}
