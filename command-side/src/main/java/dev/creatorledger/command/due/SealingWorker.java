package dev.creatorledger.command.due;

import dev.creatorledger.command.due.DueTable.DueWindow;
import dev.creatorledger.events.backfill.BackfillId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seals what is due by the injected clock, in the order of due times: every second, at the start for all that fell due
 * while the service was down (A8), and after the closing of a backfill for its windows (A11).
 */
final class SealingWorker implements SmartLifecycle, BackfillSealing {

    private static final Logger LOG = LoggerFactory.getLogger(SealingWorker.class);
    private static final int PHASE = 2_000;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final DueTable table;
    private final Sealing sealing;
    private final DueProgress progress;
    private final Clock clock;
    private final SealingSettings settings;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;

    SealingWorker(DueTable table, Sealing sealing, DueProgress progress, Clock clock, SealingSettings settings) {
        this.table = table;
        this.sealing = sealing;
        this.progress = progress;
        this.clock = clock;
        this.settings = settings;
    }

    /** Seals all that is due now. */
    void sealWhatIsDue() {
        sealAll(after -> table.due(clock.instant(), after, settings.group()), null, () -> running);
        for (BackfillId closed : table.closedWithWindows()) {
            sealAll(after -> table.under(closed, after, settings.group()), closed, () -> running);
        }
    }

    @Override
    public long sealWithin(BackfillId backfillId, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        BooleanSupplier inTime = () -> System.nanoTime() - deadline < 0;
        // Windows that were opened a moment ago may not have reached the table.
        long head = progress.head();
        while (progress.position() < head && inTime.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return sealAll(after -> table.under(backfillId, after, settings.group()), backfillId, inTime);
    }

    private long sealAll(
            Function<@Nullable DueWindow, List<DueWindow>> page, @Nullable BackfillId closed, BooleanSupplier goOn) {
        long position = 0;
        DueWindow after = null;
        while (goOn.getAsBoolean()) {
            turn.lock();
            try {
                List<DueWindow> due = page.apply(after);
                if (due.isEmpty()) {
                    break;
                }
                position = Math.max(position, sealing.seal(due, closed));
                after = due.get(due.size() - 1);
            } finally {
                turn.unlock();
            }
        }
        return position;
    }

    private void tick() {
        try {
            sealWhatIsDue();
        } catch (RuntimeException e) {
            LOG.error("Sealing failed; it is tried again", e);
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sealing"));
        timer = executor;
        ScheduledFuture<?> ticks =
                executor.scheduleWithFixedDelay(this::tick, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Sealing begins: {}", ticks);
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService executor = timer;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(settings.every().toSeconds() + 30, TimeUnit.SECONDS)) {
                    LOG.warn("A group of windows is still being sealed; it will be found again");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the booking lane, in which it seals; stopped before it. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
