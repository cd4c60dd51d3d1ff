package dev.creatorledger.command.saga;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Wakes sagas up from when their processor runs, and no longer before it stops. */
final class SchedulerLifecycle implements SmartLifecycle {

    /** After the processors, and before what recurs. */
    private static final int PHASE = 1_000;

    private final Scheduler scheduler;

    SchedulerLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
    }

    /** Takes nothing up any more, and waits for what is under way. */
    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
