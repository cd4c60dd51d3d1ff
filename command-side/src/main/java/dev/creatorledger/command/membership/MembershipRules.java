package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeTerms.PricedTier;
import dev.creatorledger.command.channel.ProgrammeTerms.Status;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import dev.creatorledger.platform.refusal.Violation;
import java.util.List;
import java.util.Optional;

/** Every rule that a membership can break, each a sentence. */
final class MembershipRules {

    private MembershipRules() {}

    /** B10, B15, B21. */
    record ViewersJoinWhileTheProgrammeIsOn(Status status) implements Rule {

        @Override
        public boolean holds() {
            return status == Status.ON;
        }

        @Override
        public Refusal refusal() {
            return status == Status.PAUSED
                    ? new Refusal(ErrorCode.PROGRAMME_PAUSED, "The programme is paused: nobody can join.")
                    : new Refusal(ErrorCode.PROGRAMME_NOT_ON, "The channel has no memberships now.");
        }
    }

    /** B3: a closed tier takes no new members, and keeps those it has. */
    record OnlyATierOfTheProgrammeIsChosen(TierId tierId, Optional<PricedTier> tier, boolean isPresent)
            implements Rule {

        @Override
        public boolean holds() {
            return tier.filter(known -> isPresent || !known.tier().closed()).isPresent();
        }

        PricedTier checked() {
            check();
            return tier.orElseThrow();
        }

        @Override
        public Refusal refusal() {
            return tier.isPresent()
                    ? new Refusal(ErrorCode.TIER_CLOSED, "The tier " + tierId.value() + " takes no new members.")
                    : new Refusal(ErrorCode.UNKNOWN_TIER, "The programme has no tier " + tierId.value() + ".");
        }
    }

    /** B10: an id is one membership's for ever. */
    record AMembershipStaysAsItWasBegun(StartMembership asked, MembershipState begun) implements Rule {

        @Override
        public boolean holds() {
            return asked.terms().channelId().equals(begun.channelId)
                    && asked.memberId().equals(begun.memberId)
                    && asked.tierId().equals(begun.begunWith)
                    && asked.platform() == begun.platform;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.MEMBERSHIP_FIXED, "A membership of this id was begun otherwise.");
        }
    }

    /** B13. */
    record OnlyALiveMembershipIsCancelled(MembershipStatus status) implements Rule {

        @Override
        public boolean holds() {
            return status.isLive();
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.WRONG_MEMBERSHIP_STATE, "A membership that is " + status + " is not cancelled.");
        }
    }

    /** B14. */
    record OnlyAMemberWithPerksChangesTier(MembershipStatus status, boolean declined, boolean programmeIsOn)
            implements Rule {

        @Override
        public boolean holds() {
            return status == MembershipStatus.ACTIVE && !declined && programmeIsOn;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.WRONG_MEMBERSHIP_STATE,
                    "The tier is changed only while the membership is ACTIVE with perks; it is "
                            + (declined ? "without perks" : status) + ".");
        }
    }

    /** B5, B11. */
    record APaymentIsTheAmountOfItsCharge(Money charged, Money paid) implements Rule {

        @Override
        public boolean holds() {
            return charged.equals(paid);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.AMOUNT_MISMATCH,
                    "The charge is " + charged + ".",
                    List.of(new Violation(
                            ErrorCode.AMOUNT_MISMATCH.name(), "amount", charged.toString(), paid.toString())));
        }
    }

    /** B5. */
    record ATaxIsPartOfItsPayment(Money amount, Money tax) implements Rule {

        @Override
        public boolean holds() {
            return tax.currency().equals(amount.currency()) && !tax.isNegative() && tax.compareTo(amount) < 0;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(
                    ErrorCode.TAX_INVALID,
                    "The tax must be at least 0 and less than " + amount + ".",
                    List.of(new Violation(ErrorCode.TAX_INVALID.name(), "tax", "less than " + amount, tax.toString())));
        }
    }

    /** B12. */
    record ADeclinedAttemptWasAsked(int attempt, int asked) implements Rule {

        @Override
        public boolean holds() {
            return attempt == asked;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.WRONG_ATTEMPT, "The attempt that was asked last is " + asked + ".");
        }
    }

    /** B11. */
    record APaidChargeIsNotDeclined(boolean paid) implements Rule {

        @Override
        public boolean holds() {
            return !paid;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.CHARGE_PAID, "The charge is paid.");
        }
    }
}
