package dev.creatorledger.query.chain;

import dev.creatorledger.platform.chain.ChainBroken;
import dev.creatorledger.platform.metrics.ChainFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Has the chain kept on a thread of its own while the application runs, and tells how it stands. */
public final class ChainWatch implements SmartLifecycle, HealthIndicator, ChainFigures {

    private static final Logger LOG = LoggerFactory.getLogger(ChainWatch.class);
    private static final int LAST_TURN_SECONDS = 10;

    private final ChainKeeper keeper;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;
    private volatile @Nullable String failing;

    /** Watches over a keeper; nothing happens before {@link #start()}. */
    public ChainWatch(ChainKeeper keeper, ChainSettings settings) {
        this.keeper = keeper;
        this.every = settings.every();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "chain"));
        ScheduledFuture<?> turns =
                executor.scheduleWithFixedDelay(this::turn, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Events are linked: {}", turns);
        timer = executor;
    }

    /** Once in the log, however long it fails: nothing waits for the chain. */
    private void turn() {
        try {
            keeper.catchUp();
            keeper.signIfDue();
            failing = null;
        } catch (ChainBroken e) {
            // The keeper has told it, once and for all.
            failing = null;
        } catch (RuntimeException e) {
            if (failing == null) {
                LOG.warn("Events cannot be linked or signed now; it is tried again", e);
            }
            failing = String.valueOf(e.getMessage());
        }
    }

    @Override
    public long position() {
        return keeper.linked();
    }

    @Override
    public boolean broken() {
        return keeper.broken() != null;
    }

    @Override
    public @Nullable Instant lastCheckpointAt() {
        return keeper.lastCheckpointAt();
    }

    @Override
    public @Nullable Long signedUpTo() {
        return keeper.signedUpTo();
    }

    /** Down where the chain is broken, or cannot be kept. */
    @Override
    public Health health() {
        String reason = keeper.broken() == null ? failing : keeper.broken();
        Health.Builder health = reason == null ? Health.up() : Health.down().withDetail("reason", reason);
        return health.withDetail("linked", keeper.linked()).build();
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
            if (!executor.awaitTermination(LAST_TURN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Events are still being linked");
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
