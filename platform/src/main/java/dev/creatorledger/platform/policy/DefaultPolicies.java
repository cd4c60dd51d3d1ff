package dev.creatorledger.platform.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.calendar.IranianCalendar;
import java.time.Instant;

/** The defaults of the rules, at any time: for tests that change none. */
public final class DefaultPolicies implements Policies {

    private final BusinessCalendar calendar;

    /** With the calendar that the service brings along. */
    public DefaultPolicies() {
        this(IranianCalendar.builtIn());
    }

    /** With a calendar of one's own. */
    public DefaultPolicies(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public AdPolicy adAt(Instant at) {
        return AdPolicy.DEFAULT;
    }

    @Override
    public PayoutPolicy payoutsAt(Instant at) {
        return PayoutPolicy.DEFAULT;
    }

    @Override
    public MembershipPolicy membershipsAt(Instant at) {
        return MembershipPolicy.DEFAULT;
    }

    @Override
    public BusinessCalendar calendarAt(Instant at) {
        return calendar;
    }

    @Override
    public BusinessCalendar calendarOf(int version) {
        return calendar;
    }
}
