package dev.creatorledger.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets one logger say the same thing once in a while. What polls a store that is away would tell it several times a
 * second, each time with a stack trace; {@code logback.xml} names the logger.
 */
public final class Seldom extends TurboFilter {

    private final LongSupplier nanoTime;
    private final Map<String, Long> said = new ConcurrentHashMap<>();
    private String logger = "";
    private long everyNanos = TimeUnit.MINUTES.toNanos(1);

    /** Once a minute, unless it is set otherwise. */
    public Seldom() {
        this(System::nanoTime);
    }

    Seldom(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The name of the logger. */
    public void setLogger(String logger) {
        this.logger = logger;
    }

    /** How many seconds it is silent about what it has said. */
    public void setSeconds(long seconds) {
        everyNanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger source,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (format == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !source.getName().equals(logger)) {
            return FilterReply.NEUTRAL;
        }
        long now = nanoTime.getAsLong();
        Long lastSaid = said.merge(format, now, (last, asked) -> asked - last < everyNanos ? last : asked);
        return lastSaid == now ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
