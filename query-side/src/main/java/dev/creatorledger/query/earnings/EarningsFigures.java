package dev.creatorledger.query.earnings;

import static java.lang.Math.addExact;

/** Sums over days, in rial micros; sums that do not fit are errors (M1). */
final class EarningsFigures {

    long estimated;
    long finalized;
    long platformPart;
    long qualified;
    long notQualified;
    long views;

    void add(EarningsDayDocument day) {
        estimated = addExact(estimated, day.estimated);
        finalized = addExact(finalized, day.finalized);
        platformPart = addExact(platformPart, day.platformPart);
        qualified = addExact(qualified, day.qualified);
        notQualified = addExact(notQualified, day.notQualified);
        views = addExact(views, day.views);
    }

    /** The creator's income of open and sealed windows. */
    long income() {
        return addExact(estimated, finalized);
    }
}
