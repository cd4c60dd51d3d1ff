package dev.creatorledger.command.channel;

import dev.creatorledger.events.policy.AdPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A channel's place in the ad-revenue programme hour by hour: a pure value (A3, A4).
 *
 * @param open whether impressions of an hour can be booked
 * @param shareBps the creator's share of an hour, basis points
 */
record Enrolment(Timeline<Boolean> open, Timeline<Integer> shareBps) {

    private static final int NO_SHARE = 0;

    /** Of a channel that was never approved: no hour is open. */
    static final Enrolment NEVER = new Enrolment(Timeline.always(false), Timeline.always(NO_SHARE));

    /** Of a channel that is approved now: every hour is open, past ones too, with this share (A4). */
    static Enrolment approved(int shareBps) {
        return new Enrolment(Timeline.always(true), Timeline.always(shareBps));
    }

    /** The first full hour that begins more than the notice later; one that begins just then does not (A3, A4). */
    static Instant firstHourAfter(Instant now, Duration notice) {
        return hourOf(now.plus(notice)).plus(1, ChronoUnit.HOURS);
    }

    /** The full hour that an instant belongs to. */
    static Instant hourOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }

    Enrolment shutFrom(Instant hour) {
        return new Enrolment(open.from(hour, false), shareBps);
    }

    Enrolment openFrom(Instant hour) {
        return new Enrolment(open.from(hour, true), shareBps);
    }

    Enrolment shareFrom(Instant hour, int newShareBps) {
        return new Enrolment(open, shareBps.from(hour, newShareBps));
    }

    /**
     * The terms on which a window of an hour is opened; a share that was allowed before is raised to a floor that has
     * risen since (A3).
     *
     * @param policy the policy in force at the start of the hour (V1)
     */
    HourTerms termsOf(Instant hour, AdPolicy policy) {
        int share = shareBps.at(hour);
        return new HourTerms(
                hour,
                open.at(hour),
                share == NO_SHARE ? NO_SHARE : Math.max(share, policy.shareFloorBps()),
                policy.version());
    }

    /** The share that was set last, in force or about to be. */
    int lastShareBps() {
        return shareBps.last();
    }
}
