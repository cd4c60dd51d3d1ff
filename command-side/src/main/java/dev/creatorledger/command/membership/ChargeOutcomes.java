package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.MembershipDayCommand.BookPayment;
import dev.creatorledger.command.membership.MembershipRules.ADeclinedAttemptWasAsked;
import dev.creatorledger.command.membership.MembershipRules.APaidChargeIsNotDeclined;
import dev.creatorledger.command.membership.MembershipRules.APaymentIsTheAmountOfItsCharge;
import dev.creatorledger.command.membership.MembershipRules.ATaxIsPartOfItsPayment;
import dev.creatorledger.command.membership.MembershipState.Withdrawn;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the payment service reports of a membership's charges (B11, B12). */
final class ChargeOutcomes {

    private final MembershipState state;
    private final CatchingUp work;
    private final MembershipPolicy policy;
    private final Instant now;

    ChargeOutcomes(MembershipState state, CatchingUp work, MembershipPolicy policy, Instant now) {
        this.state = state;
        this.work = work;
        this.policy = policy;
        this.now = now;
    }

    /** A charge was paid: it counts, or nobody owed it; either way it is booked, once. */
    void paid(ReportPaid command) {
        if (state.isPaid(command.chargeId())) {
            return;
        }
        Withdrawn withdrawn = state.withdrawn(command.chargeId());
        Charge open = state.open(command.chargeId());
        Charge charge = open != null ? open : withdrawn != null ? withdrawn.charge() : unknown(command.chargeId());
        new APaymentIsTheAmountOfItsCharge(charge.amount(), command.amount()).check();
        new ATaxIsPartOfItsPayment(command.amount(), command.tax()).check();
        PaymentSplit split = PaymentSplit.of(command.amount(), command.tax(), policy.shareBps());
        work.follow(new UseReference(command.paymentReference(), command.chargeId()));
        MembershipDayId day = MembershipDayId.of(state.channelId, split.amount().currency(), now);
        work.follow(new BookPayment(day, state.id, charge.id(), split));
        if (open != null || (withdrawn != null && state.stillCounts(withdrawn))) {
            count(charge, command.paymentReference(), split);
        } else {
            apply(new UnowedPaymentReceived(state.id, charge.id(), command.paymentReference(), split, now));
            work.refund(charge.id(), split, RefundCause.NOT_OWED, now);
        }
    }

    private void count(Charge charge, String reference, PaymentSplit split) {
        apply(new MembershipChargePaid(
                state.id,
                charge.id(),
                charge.kind(),
                charge.tierId(),
                reference,
                split,
                charge.periodStart(),
                charge.periodEnd(),
                now));
        if (charge.kind() == ChargeKind.UPGRADE) {
            apply(new TierChanged(state.id, charge.tierId(), now));
        }
        work.run(); // the next period may have begun already (B11)
    }

    /** An attempt was declined: the next one is asked in time, or the membership lapses with the last. */
    void declined(ReportDeclined command) {
        if (command.attempt() <= state.lastDeclined(command.chargeId())) {
            return; // a repeat, whatever has become of the charge since
        }
        Charge charge = state.open(command.chargeId());
        if (charge == null) {
            new APaidChargeIsNotDeclined(state.isPaid(command.chargeId())).check();
            Withdrawn withdrawn = state.withdrawn(command.chargeId());
            Charge over = withdrawn == null ? unknown(command.chargeId()) : withdrawn.charge();
            new ADeclinedAttemptWasAsked(command.attempt(), over.attempt()).check();
            return; // nothing is collected any more
        }
        new ADeclinedAttemptWasAsked(command.attempt(), charge.attempt()).check();
        if (command.paymentReference() != null) {
            work.follow(new UseReference(command.paymentReference(), command.chargeId()));
        }
        if (charge.kind() == ChargeKind.UPGRADE) {
            decline(command, null);
        } else if (charge.attempt() > policy.retryDays().size()) {
            decline(command, null);
            work.withdraw(state.upgrade, false);
            apply(new MembershipLapsed(state.id, now));
            work.freeSlot();
        } else {
            Instant day =
                    charge.firstDueAt().plus(Duration.ofDays(policy.retryDays().get(charge.attempt() - 1)));
            decline(command, day.isBefore(now) ? now : day);
            work.run(); // a day that is past already is now (B12)
        }
    }

    private void decline(ReportDeclined command, @Nullable Instant nextAttemptAt) {
        apply(new MembershipChargeDeclined(
                state.id, command.chargeId(), command.attempt(), command.paymentReference(), now, nextAttemptAt));
    }

    private static Charge unknown(ChargeId chargeId) {
        throw new Refusal(ErrorCode.NOT_FOUND, "The membership has no charge " + chargeId.value());
    }
}
