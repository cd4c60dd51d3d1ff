package dev.creatorledger.platform.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.calendar.IranianCalendar;
import java.time.Instant;

/** The defaults of the rules, at any time. */
public final class DefaultPolicies implements Policies {

    private final BusinessCalendar calendar = IranianCalendar.builtIn();

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
}
