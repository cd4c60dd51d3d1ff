package dev.creatorledger.command.idempotency;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets outcomes that are past their time, a bounded step after another, while the service runs. */
final class OutcomeSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeSweep.class);

    private final Outcomes outcomes;
    private final Clock clock;
    private final IdempotencySettings settings;
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;

    OutcomeSweep(Outcomes outcomes, Clock clock, IdempotencySettings settings) {
        this.outcomes = outcomes;
        this.clock = clock;
        this.settings = settings;
    }

    /** Forgets all that is past its time now, in steps. */
    void sweep() {
        int forgotten = settings.sweep();
        while (running && forgotten == settings.sweep()) {
            forgotten = outcomes.forget(clock.instant(), settings.sweep());
        }
    }

    private void tick() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("Old outcomes could not be deleted; it is tried again", e);
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "idempotency-sweep"));
        timer = executor;
        long every = settings.sweepEvery().toMillis();
        ScheduledFuture<?> ticks = executor.scheduleWithFixedDelay(this::tick, every, every, TimeUnit.MILLISECONDS);
        LOG.debug("Old outcomes are looked for: {}", ticks);
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService executor = timer;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
