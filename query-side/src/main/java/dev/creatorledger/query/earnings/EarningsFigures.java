package dev.creatorledger.query.earnings;

import static java.lang.Math.addExact;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;

/** Sums over days, in rial (M1). */
final class EarningsFigures {

    Total estimated = Total.zero(Money.IRR);
    Total finalized = Total.zero(Money.IRR);
    Total platformPart = Total.zero(Money.IRR);
    long qualified;
    long notQualified;
    long views;

    void add(EarningsDayDocument day) {
        estimated = estimated.plus(day.estimated);
        finalized = finalized.plus(day.finalized);
        platformPart = platformPart.plus(day.platformPart);
        qualified = addExact(qualified, day.qualified);
        notQualified = addExact(notQualified, day.notQualified);
        views = addExact(views, day.views);
    }

    /** The creator's income of open and sealed windows. */
    Total income() {
        return estimated.plus(finalized);
    }
}
