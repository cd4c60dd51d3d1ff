package dev.creatorledger.platform.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import java.time.Instant;

/** The policies by the time at which they are in force (V1). */
public interface Policies {

    /** The figures of the ad-revenue programme in force at an instant. */
    AdPolicy adAt(Instant at);

    /** The figures of payouts in force at an instant. */
    PayoutPolicy payoutsAt(Instant at);

    /** The figures of memberships in force at an instant. */
    MembershipPolicy membershipsAt(Instant at);

    /** The business days as they are known at an instant: Iran's, for settlement deadlines are Tehran's (P5). */
    BusinessCalendar calendarAt(Instant at);

    /**
     * The business days that a decision was made by, and is counted by as long as it counts, whatever has been set since
     * (P5).
     *
     * @param version the number that the decision keeps
     */
    BusinessCalendar calendarOf(int version);
}
