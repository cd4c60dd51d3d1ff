package dev.creatorledger.command.config;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that comes again and again, on a thread of its own, while the application runs. What fails is logged and done
 * again the next time, so the work must find by itself what is left to do.
 */
public abstract class Recurring implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    /** After the processors and the booking lane, which the work stands on; stopped before them. */
    private static final int PHASE = 2_000;

    private static final Duration LAST_TURN = Duration.ofSeconds(30);

    private final String name;
    private final Duration every;
    private final Counter failures;
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;

    /**
     * Work that is begun at the start.
     *
     * @param name the thread's, which the log and the count of its failures tell
     * @param every how long it rests between two turns
     */
    protected Recurring(String name, Duration every) {
        this.name = name;
        this.every = every;
        failures = Meters.counter(Metric.WORK_FAILURES, name);
    }

    /** One turn; long ones look now and then whether {@link #isRunning()}. */
    protected abstract void turn();

    private void safely() {
        try {
            turn();
        } catch (RuntimeException e) {
            failures.increment();
            LOG.error("{} failed; it is tried again", name, e);
        }
    }

    @Override
    public final void start() {
        running = true;
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
        timer = executor;
        ScheduledFuture<?> turns =
                executor.scheduleWithFixedDelay(this::safely, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("{} begins: {}", name, turns);
    }

    /** Begins no further turn, and waits for the one that is under way. */
    @Override
    public final void stop() {
        running = false;
        ScheduledExecutorService executor = timer;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(LAST_TURN.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("{} is still under way; what is left of it will be found again", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return PHASE;
    }
}
