package dev.creatorledger.platform.policy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps up with the versions that other processes set, on a thread of its own, while the application runs. */
final class PolicyWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final int LAST_LOOK_SECONDS = 10;

    private final StoredPolicies policies;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;
    private boolean behind;

    PolicyWatch(StoredPolicies policies, Duration every) {
        this.policies = policies;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "policy-watch"));
        ScheduledFuture<?> turns =
                executor.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Policies are looked for: {}", turns);
        timer = executor;
    }

    /** Once in the log, however long the store is away: others tell of it too. */
    private void look() {
        try {
            policies.catchUp();
            behind = false;
        } catch (RuntimeException e) {
            if (!behind) {
                LOG.warn("Policies of other processes cannot be read; they are looked for again", e);
            }
            behind = true;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService executor = timer;
        timer = null;
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_LOOK_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Policies are still being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
