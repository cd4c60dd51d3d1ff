package dev.creatorledger.command.policy;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.policy.PolicyName;
import dev.creatorledger.platform.web.Fields;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Sets versions past HTTP, for the tests of this package and others. */
public final class SetPolicies {

    private SetPolicies() {}

    static SetAdPolicy ad(String from, Map<String, Object> values) {
        return new SetAdPolicy(Instant.parse(from), AdFigures.read(new Figures(values, new Fields())));
    }

    static SetPayoutPolicy payouts(String from, Map<String, Object> values) {
        return new SetPayoutPolicy(Instant.parse(from), PayoutFigures.read(new Figures(values, new Fields())));
    }

    static SetMembershipPolicy memberships(String from, Map<String, Object> values) {
        return new SetMembershipPolicy(Instant.parse(from), MembershipFigures.read(new Figures(values, new Fields())));
    }

    static SetCalendar calendar(String from, DayOfWeek... weekend) {
        return new SetCalendar(CalendarId.IRAN, Instant.parse(from), null, Set.of(weekend), Set.of());
    }

    /** A version of the ad-revenue programme's figures. */
    public static void ad(CommandSideOnPostgres side, String from, Map<String, Object> values) {
        side.execute(ad(from, values), PolicyName.AD_REVENUE);
    }

    /** A version of the figures of payouts. */
    public static void payouts(CommandSideOnPostgres side, String from, Map<String, Object> values) {
        side.execute(payouts(from, values), PolicyName.PAYOUTS);
    }

    /** A version of Iran's calendar, without holidays. */
    public static void calendar(CommandSideOnPostgres side, String from, DayOfWeek... weekend) {
        side.execute(calendar(from, weekend), CalendarId.IRAN);
    }
}
