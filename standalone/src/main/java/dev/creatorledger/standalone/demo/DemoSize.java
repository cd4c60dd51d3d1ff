package dev.creatorledger.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How much data to make, and around which time; with equal sizes everything comes out equal.
 *
 * @param seed from which all is drawn
 * @param channels how many channels, at least 16
 * @param days over how many days, the last 24 hours included, at least 2
 * @param impressions how many impressions are sent, repeats and late ones included
 * @param now the present: a full hour
 */
record DemoSize(long seed, int channels, int days, int impressions, Instant now) {

    /** Fewer channels would not show one of each standing. */
    static final int LEAST_CHANNELS = 16;

    /** Fewer days would leave nothing that is final. */
    static final int LEAST_DAYS = 2;

    /** Hours left out between the backfill and the live hours, so that none is late when the hour turns. */
    private static final int GAP_HOURS = 2;

    DemoSize {
        if (channels < LEAST_CHANNELS || days < LEAST_DAYS || impressions < 1) {
            throw new IllegalArgumentException("too small a demo to show all that it is for");
        }
        now = now.truncatedTo(ChronoUnit.HOURS);
    }

    /** When the first impression can have been shown. */
    Instant from() {
        return now.minus(Duration.ofHours(24L * days));
    }

    /** The end of what is loaded under a backfill, 24 hours ago (A11). */
    Instant backfillTo() {
        return now.minus(Duration.ofHours(24));
    }

    /** How many hours are loaded under the backfill. */
    int backfillHours() {
        return 24 * (days - 1);
    }

    /** How many hours, backfill and open windows together, have impressions. */
    int hours() {
        return 24 * days - GAP_HOURS;
    }

    /** The beginning of an hour that has impressions, from 0. */
    Instant hour(int number) {
        int gap = number < backfillHours() ? 0 : GAP_HOURS;
        return from().plus(Duration.ofHours(number + (long) gap));
    }

    /** What makes the ids of this demo its own. */
    String prefix() {
        return "demo-" + Long.toUnsignedString(seed, 36);
    }

    /** The backfill that the demo opens. */
    String backfillId() {
        return prefix() + "-" + now.getEpochSecond() / 3_600;
    }
}
