package dev.creatorledger.standalone.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a request is tried again when the service is busy or gone, and how long the pauses are: doubled
 * from the first to the longest.
 *
 * @param inAll after how long it is given up
 * @param first the first pause
 * @param longest no pause is longer, whatever the service asks for
 */
public record Patience(Duration inAll, Duration first, Duration longest) {

    /** A minute in all, pauses of 100 ms to 5 s. */
    public static Patience ofOneMinute() {
        return new Patience(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    /** The pause before try number {@code attempt} (from 1), if the service asked for {@code asked}. */
    Duration pause(int attempt, Duration asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration wanted = asked.compareTo(doubled) > 0 ? asked : doubled;
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }

    /**
     * Waits.
     *
     * @throws LoadException if it is interrupted
     */
    static void rest(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", interrupted);
        }
    }
}
