package dev.creatorledger.command.membership;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The billing periods of a membership: months from the moment of joining, always counted from there, so that the
 * billing day is kept (31 January, 28 February, 31 March; B11).
 *
 * @param joinedAt the start of the first period
 */
record BillingPeriods(Instant joinedAt) {

    /** The start of a period, by its number from 0; it is the end of the one before. */
    Instant start(int number) {
        return joinedAt.atZone(ZoneOffset.UTC).plusMonths(number).toInstant();
    }

    /** The number of the period that an instant lies in. */
    int numberAt(Instant at) {
        int number = (int) ChronoUnit.MONTHS.between(joinedAt.atZone(ZoneOffset.UTC), at.atZone(ZoneOffset.UTC));
        // The days between two months' ends are counted differently from adding months: settle it by the starts.
        while (!start(number + 1).isAfter(at)) {
            number++;
        }
        while (start(number).isAfter(at)) {
            number--;
        }
        return number;
    }

    /** The number of the first period that begins at an instant or after it. */
    int firstFrom(Instant at) {
        int number = numberAt(at);
        return start(number).equals(at) ? number : number + 1;
    }
}
