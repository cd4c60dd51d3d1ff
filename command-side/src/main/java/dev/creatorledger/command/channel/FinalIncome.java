package dev.creatorledger.command.channel;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which sealed windows have brought a channel its final income (A9). */
final class FinalIncome {

    private static final int HOURS_OF_DAY = 24;
    private static final long SECONDS_OF_HOUR = 3_600;

    /** One bit per finalized hour, by UTC day since 1970: 24 bits serve a day, however long ago. */
    private final Map<Long, Integer> finalizedHours = new HashMap<>();

    /** How many days are remembered. */
    int size() {
        return finalizedHours.size();
    }

    /** Whether the window of an hour is finalized. */
    boolean has(Instant hour) {
        return (finalizedHours.getOrDefault(dayOf(hour), 0) & bitOf(hour)) != 0;
    }

    /** Notes the income of an hour as booked. */
    void book(Instant hour) {
        finalizedHours.merge(dayOf(hour), bitOf(hour), (bits, bit) -> bits | bit);
    }

    private static long dayOf(Instant hour) {
        return Math.floorDiv(epochHour(hour), HOURS_OF_DAY);
    }

    private static int bitOf(Instant hour) {
        return 1 << Math.floorMod(epochHour(hour), HOURS_OF_DAY);
    }

    private static long epochHour(Instant hour) {
        return Math.floorDiv(hour.getEpochSecond(), SECONDS_OF_HOUR);
    }
}
