package dev.creatorledger.command.channel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds watched as people read them. */
final class WatchHours {

    private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3_600);
    private static final int DECIMALS = 4;

    private WatchHours() {}

    /** Hours with at most 4 decimals, rounded down: what falls short of a requirement never reads as if it met it. */
    static BigDecimal of(long seconds) {
        BigDecimal hours = BigDecimal.valueOf(seconds)
                .divide(SECONDS_OF_HOUR, DECIMALS, RoundingMode.FLOOR)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }
}
