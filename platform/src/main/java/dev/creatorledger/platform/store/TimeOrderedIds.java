package dev.creatorledger.platform.store;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Makes the identifiers of messages: UUIDs of version 7 (RFC 9562) that grow within this process.
 *
 * <p>They are unique, not secret: nothing is granted to whoever knows one, so no secure random numbers are spent on
 * them.
 */
public final class TimeOrderedIds extends IdentifierFactory {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3fff_ffff_ffff_ffffL;

    /** Milliseconds and, below them, a counter; one counter for the process, so that no two are equal. */
    private static final AtomicLong LAST = new AtomicLong();

    /** Used by Axon, which finds it on the class path. */
    public TimeOrderedIds() {}

    @Override
    public String generateIdentifier() {
        return next().toString();
    }

    /** The next one. */
    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick & ~COUNTER_MASK) << 4 | VERSION_7 | (tick & COUNTER_MASK);
        return new UUID(high, VARIANT | (ThreadLocalRandom.current().nextLong() & RANDOM_MASK));
    }
}
