package dev.creatorledger.command.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * What has failed of some recurring work, and how long each piece of it waits before it is tried again: 1 second, then
 * twice as long each time, 5 minutes at most. It is kept in memory alone: a start tries everything at once.
 *
 * @param <K> what names a piece of the work
 */
public final class BackOff<K> {

    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<K, Wait> waits = new HashMap<>();

    private record Wait(long until, long length) {}

    /**
     * Nothing has failed yet.
     *
     * @param log where failures are told
     * @param nanos nanoseconds that only go forward, such as {@link System#nanoTime}, for the service's clock can jump
     */
    public BackOff(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** Whether a piece of work can be tried now. */
    public synchronized boolean isReady(K work) {
        Wait wait = waits.get(work);
        return wait == null || nanos.getAsLong() - wait.until >= 0;
    }

    /** Whether it failed when it was last tried. */
    public synchronized boolean hasFailed(K work) {
        return waits.containsKey(work);
    }

    /**
     * Has it wait, and logs why: with the trace the first time, in one line after that.
     *
     * @param what what could not be done, as a sentence without its end
     */
    public synchronized void failed(K work, String what, RuntimeException e) {
        long now = nanos.getAsLong();
        Wait before = waits.get(work);
        long length = before == null ? FIRST : Math.min(LONGEST, 2 * before.length);
        // What another node has done meanwhile is never tried here again, and would be remembered for ever.
        waits.values().removeIf(wait -> now - wait.until > LONGEST);
        waits.put(work, new Wait(now + length, length));
        long seconds = Duration.ofNanos(length).toSeconds();
        if (before == null) {
            log.error("{}; it is tried again in {} s", what, seconds, e);
        } else {
            log.error("{}; it is tried again in {} s: {}", what, seconds, e.toString());
        }
    }

    /** It is done: if it ever fails again, that is the first time. */
    public synchronized void done(K work) {
        waits.remove(work);
    }
}
