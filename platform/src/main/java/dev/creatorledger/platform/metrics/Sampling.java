package dev.creatorledger.platform.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Takes every {@link Sample} again and again, one after the other, on a thread that nobody waits for. */
public final class Sampling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);

    /** Last of all to begin, first to end. */
    private static final int PHASE = 3_000;

    private static final Duration LAST_QUESTION = Duration.ofSeconds(10);

    private final ObjectProvider<Sample<?>> samples;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;
    private volatile long takenAt = System.nanoTime();

    Sampling(ObjectProvider<Sample<?>> samples, Duration every) {
        this.samples = samples;
        this.every = every;
    }

    /** Takes all samples now. */
    public void take() {
        boolean all = true;
        List<Sample<?>> known = samples.orderedStream().toList();
        for (Sample<?> sample : known) {
            all &= taken(sample);
        }
        if (all) {
            takenAt = System.nanoTime();
        }
    }

    private static boolean taken(Sample<?> sample) {
        try {
            sample.take();
            return true;
        } catch (RuntimeException e) {
            // The age of the samples tells it to whoever watches; the store's own users log why it is away.
            LOG.debug("{} cannot be told", sample, e);
            return false;
        }
    }

    /** How long ago all of them could be taken. */
    double ageSeconds() {
        return (System.nanoTime() - takenAt) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "metrics");
            thread.setDaemon(true);
            return thread;
        });
        timer = executor;
        ScheduledFuture<?> turns =
                executor.scheduleWithFixedDelay(this::take, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Samples begin: {}", turns);
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = timer;
        if (executor == null) {
            return;
        }
        timer = null;
        // A question to a store that is away is not waited for.
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(LAST_QUESTION.toSeconds(), TimeUnit.SECONDS)) {
                LOG.debug("A sample is still being taken");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
