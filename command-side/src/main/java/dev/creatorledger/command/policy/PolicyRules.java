package dev.creatorledger.command.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.time.Instant;
import java.util.List;

/** Every rule that a version of a policy or a calendar can break, each a sentence (V1). */
final class PolicyRules {

    /** How many versions a policy can have: all of them are kept in memory. */
    static final int MOST_VERSIONS = 1_000;

    /** How many versions a calendar can have: each is as large as its holidays. */
    static final int MOST_CALENDARS = 200;

    private PolicyRules() {}

    /** What was decided by another version stays decided so. */
    record AVersionComesIntoForceNowOrLater(Instant from, Instant now) implements Rule {

        @Override
        public boolean holds() {
            return !from.isBefore(now);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.EFFECTIVE_IN_PAST,
                    "A version comes into force now or later; it is " + now + ".",
                    List.of(Violation.condition(ErrorCode.EFFECTIVE_IN_PAST.name(), now, from)));
        }
    }

    /** Whoever changes something so often does so by mistake, and every version has to be kept. */
    record VersionsAreNotCountless(int number, int most) implements Rule {

        @Override
        public boolean holds() {
            return number <= most;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.TOO_MANY_VERSIONS, "There are " + most + " versions, and no more can be set.");
        }
    }

    /** P6: it is warned of a deadline before it has passed. */
    record AWarningComesBeforeItsDeadline(PayoutPolicy policy) implements Rule {

        @Override
        public boolean holds() {
            return policy.warningDays() <= policy.businessDays();
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.WARNING_AFTER_DEADLINE,
                    "It is warned within the " + policy.businessDays() + " business days of the deadline.",
                    List.of(new Violation(
                            ErrorCode.WARNING_AFTER_DEADLINE.name(),
                            "values.warningDays",
                            "at most " + policy.businessDays(),
                            policy.warningDays())));
        }
    }

    /** P5: from every day on, the business days of a deadline are found within some years. */
    record ACalendarLeavesBusinessDays(BusinessCalendar calendar) implements Rule {

        @Override
        public boolean holds() {
            return calendar.leavesBusinessDays();
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.NO_BUSINESS_DAYS_LEFT,
                    "Its weekends and holidays leave fewer than " + BusinessCalendar.MOST_DAYS
                            + " business days within years.");
        }
    }
}
