package dev.creatorledger.command.channel;

import dev.creatorledger.events.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** What sealed windows have brought a channel, and which windows those were (A9). */
final class FinalIncome {

    private static final int HOURS_OF_DAY = 24;
    private static final long SECONDS_OF_HOUR = 3_600;

    /** One bit per finalized hour, by UTC day since 1970: 24 bits serve a day, however long ago. */
    private final Map<Long, Integer> finalizedHours = new HashMap<>();

    private final Map<Currency, Money> balances = new HashMap<>();

    /** How many days are remembered. */
    int size() {
        return finalizedHours.size();
    }

    /** Whether the window of an hour is finalized. */
    boolean has(Instant hour) {
        return (finalizedHours.getOrDefault(dayOf(hour), 0) & bitOf(hour)) != 0;
    }

    /**
     * The balance after an addition.
     *
     * @throws ArithmeticException if it does not fit 64 bits of micros
     */
    Money balanceWith(Money income) {
        return balances.getOrDefault(income.currency(), Money.zero(income.currency()))
                .plus(income);
    }

    /** Books the income of an hour. */
    void book(Instant hour, Money income) {
        finalizedHours.merge(dayOf(hour), bitOf(hour), (bits, bit) -> bits | bit);
        balances.put(income.currency(), balanceWith(income));
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
