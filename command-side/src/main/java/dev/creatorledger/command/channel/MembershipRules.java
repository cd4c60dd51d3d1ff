package dev.creatorledger.command.channel;

import dev.creatorledger.command.channel.ProgrammeTerms.Status;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.platform.membership.ProgrammeFacts;
import dev.creatorledger.platform.membership.ProgrammeFacts.Condition;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every rule that the programme of a channel can break, each a sentence. */
final class MembershipRules {

    private MembershipRules() {}

    /** B1: a refusal names each condition that fails. */
    record OnlyAnEligibleChannelTurnsMembershipsOn(ProgrammeFacts facts, MembershipPolicy policy) implements Rule {

        @Override
        public boolean holds() {
            return failing().isEmpty();
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.NOT_ELIGIBLE,
                    "Not every condition of memberships is met.",
                    failing().stream()
                            .map(failed -> Violation.condition(failed.code(), failed.required(), failed.actual()))
                            .toList());
        }

        private List<Condition> failing() {
            return facts.conditions(policy).stream()
                    .filter(condition -> !condition.met())
                    .toList();
        }
    }

    /** B22: a pause is left by resuming. */
    record APausedProgrammeIsResumedNotEnabled(Status status) implements Rule {

        @Override
        public boolean holds() {
            return status != Status.PAUSED;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.PROGRAMME_PAUSED, "The programme is paused: resume it.");
        }
    }

    /** B26: first every member of the old programme is ended. */
    record AnEndedProgrammeBeginsAnewOnceItsRefundsAreBooked(boolean refundsRunning) implements Rule {

        @Override
        public boolean holds() {
            return !refundsRunning;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.PROGRAMME_ENDING, "Members of the old programme are still being refunded.");
        }
    }

    /** B22, B26. */
    record AProgrammeOnlyTurnsFrom(String turn, Status status, List<Status> allowed) implements Rule {

        @Override
        public boolean holds() {
            return allowed.contains(status);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.WRONG_MEMBERSHIP_PROGRAMME_STATE,
                    "To " + turn + " the programme must be one of " + allowed + "; it is " + status + ".");
        }
    }

    /** P7. */
    record NothingIsPaidOutWhileRefundsAreBooked(boolean running, @Nullable Currency inCurrency, Currency asked)
            implements Rule {

        @Override
        public boolean holds() {
            return !running || !asked.equals(inCurrency);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.REFUNDS_RUNNING, "Members are being refunded in " + asked + "; try again after that.");
        }
    }

    /** M2: the first tier says which. */
    record AProgrammeHasOneCurrency(@Nullable Currency programme, Money price) implements Rule {

        @Override
        public boolean holds() {
            return programme == null || programme.equals(price.currency());
        }

        @Override
        public Refusal refusal() {
            return tierRefusal(
                    ErrorCode.TIER_CURRENCY_FIXED, "monthlyPrice", Objects.requireNonNull(programme), price.currency());
        }
    }

    /** M5. */
    record APriceIsAWholeNumberOfPayableUnits(Money price) implements Rule {

        @Override
        public boolean holds() {
            return price.micros() > 0 && price.equals(price.payable());
        }

        @Override
        public Refusal refusal() {
            return tierRefusal(
                    ErrorCode.PRICE_NOT_PAYABLE,
                    "monthlyPrice",
                    "more than zero, a whole number of the smallest payable unit",
                    price.toString());
        }
    }

    /** B3. */
    record AProgrammeHasOnlySoManyTiers(int others, int max) implements Rule {

        @Override
        public boolean holds() {
            return others < max;
        }

        @Override
        public Refusal refusal() {
            return tierRefusal(ErrorCode.TOO_MANY_TIERS, null, "at most " + max, others + 1);
        }
    }

    /** B3. */
    record ARankIsUnique(Tier tier, List<Tier> others) implements Rule {

        @Override
        public boolean holds() {
            return others.stream().noneMatch(other -> other.rank() == tier.rank());
        }

        @Override
        public Refusal refusal() {
            return tierRefusal(ErrorCode.RANK_TAKEN, "rank", "a rank of no other tier", tier.rank());
        }
    }

    /** B3. */
    record AHigherRankCostsMore(Tier tier, List<Tier> others) implements Rule {

        @Override
        public boolean holds() {
            return others.stream()
                    .allMatch(other -> other.rank() == tier.rank()
                            || Integer.signum(tier.monthlyPrice().compareTo(other.monthlyPrice()))
                                    == Integer.signum(Integer.compare(tier.rank(), other.rank())));
        }

        @Override
        public Refusal refusal() {
            return tierRefusal(
                    ErrorCode.PRICE_AGAINST_RANK,
                    "monthlyPrice",
                    "more than that of every lower rank, less than that of every higher one",
                    tier.monthlyPrice().toString());
        }
    }

    private static Refusal tierRefusal(ErrorCode code, @Nullable String field, Object required, Object actual) {
        return new Refusal(
                code,
                code.title() + ": required is " + required + ", it is " + actual + ".",
                List.of(new Violation(code.name(), field, required, actual)));
    }
}
