package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.channel.ProgrammeTerms.Turn;
import dev.creatorledger.command.membership.MembershipDayCommand.BookRefund;
import dev.creatorledger.command.membership.MembershipState.Payment;
import dev.creatorledger.command.membership.RefundCommand.OpenRefund;
import dev.creatorledger.command.membership.SlotCommand.FreeSlot;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.membership.SlotId;
import dev.creatorledger.events.membership.TierId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings a membership up to the present: what fell due by itself and the turns of its programme, in the order of their
 * times, so that no job's being late or early changes what becomes of it (B22, B23, B27, B28). Where both are of the
 * same time, the turn goes first.
 */
final class CatchingUp {

    private final MembershipState state;
    private final ProgrammeTerms terms;
    private final Instant now;
    private final List<Object> following = new ArrayList<>();

    CatchingUp(MembershipState state, ProgrammeTerms terms, Instant now) {
        this.state = state;
        this.terms = terms;
        this.now = now;
    }

    /** What is to be carried out in the same commit, in this order. */
    List<Object> following() {
        return List.copyOf(following);
    }

    /** Adds something that is to be carried out in the same commit. */
    void follow(Object command) {
        following.add(command);
    }

    /** Does what has fallen due and follows the turns that were not seen yet; nothing is left to do after it. */
    CatchingUp run() {
        Deque<Turn> turns = new ArrayDeque<>(terms.turnsAfter(state.turn));
        while (true) {
            Instant due = dueByNow();
            Turn turn = turns.peek();
            if (turn != null && (due == null || !turn.at().isAfter(due))) {
                turns.remove();
                turnWith(turn);
            } else if (due != null) {
                fallDue(due);
            } else {
                return this;
            }
        }
    }

    private @Nullable Instant dueByNow() {
        Instant due = state.dueAt();
        return due == null || due.isAfter(now) ? null : due;
    }

    private void turnWith(Turn turn) {
        switch (turn.kind()) {
            case ON -> {} // nobody who is a member already is concerned
            case PAUSED -> pause(turn);
            case RESUMED -> resume(turn);
            case TERMINATED -> terminate(turn.at(), Objects.requireNonNull(turn.reason()));
        }
    }

    private void pause(Turn turn) {
        if (state.status == MembershipStatus.PENDING) {
            end(EndReason.PROGRAMME_PAUSED, turn.at());
        } else if (state.status == MembershipStatus.ACTIVE) {
            withdraw(state.upgrade, false);
            withdraw(state.charge, true);
            apply(new MembershipPaused(state.id, turn.number(), turn.at(), state.endOfPeriodIfMobile(turn.at())));
        }
    }

    private void resume(Turn turn) {
        if (state.status == MembershipStatus.PAUSED) {
            int next = Math.max(state.covered, state.periods.firstFrom(turn.at()));
            apply(new MembershipResumed(state.id, turn.number(), turn.at(), state.periods.start(next)));
        }
    }

    private void terminate(Instant at, EndReason reason) {
        if (state.status.isLive() || state.isCancelledButPaidAt(at)) {
            end(reason, at);
            for (Payment payment : state.paymentsOfLatestPaidPeriod()) {
                refund(payment.chargeId(), payment.split(), RefundCause.of(reason), at);
            }
        }
    }

    /** Has a payment paid back in full, by its recorded split (M4); booked on the day of its event (L5). */
    void refund(ChargeId chargeId, PaymentSplit split, RefundCause cause, Instant dueAt) {
        RefundId refundId = RefundId.ofPaymentOf(chargeId);
        following.add(
                new OpenRefund(refundId, state.id, state.channelId, state.memberId, chargeId, split, cause, dueAt));
        MembershipDayId day = MembershipDayId.of(state.channelId, split.amount().currency(), now);
        following.add(new BookRefund(day, state.id, refundId, split));
    }

    private void end(EndReason reason, Instant at) {
        boolean live = state.status.isLive();
        withdrawCharges();
        apply(new MembershipEnded(state.id, reason, at));
        if (live) {
            freeSlot();
        }
    }

    /** Nothing is collected any more; what is paid all the same is not owed (B11). */
    void withdrawCharges() {
        withdraw(state.upgrade, false);
        withdraw(state.charge, false);
    }

    /** One charge is no longer collected, if there is one. */
    void withdraw(@Nullable Charge charge, boolean stillCounts) {
        if (charge != null) {
            apply(new MembershipChargeWithdrawn(state.id, charge.id(), stillCounts));
        }
    }

    /** The viewer can join again. */
    void freeSlot() {
        following.add(new FreeSlot(new SlotId(state.channelId, state.memberId), state.id));
    }

    private void fallDue(Instant due) {
        Charge charge = state.charge;
        if (state.status == MembershipStatus.PAUSED) {
            end(EndReason.MOBILE_PERIOD_ENDED, due);
        } else if (charge != null) {
            ask(charge.id(), charge, due, charge.attempt() + 1);
        } else {
            renew();
        }
    }

    private void renew() {
        Instant start = state.coveredUntil();
        if (state.upgrade != null && !state.upgrade.periodEnd().isAfter(start)) {
            withdraw(state.upgrade, false);
        }
        if (state.planned != null && !state.planned.equals(state.tierId)) {
            apply(new TierChanged(state.id, state.planned, start));
        }
        // A tier that began after the period did was paid for by its upgrade (B14).
        TierId tierId = state.tierAt(start);
        Charge charge = new Charge(
                ChargeId.ofPeriod(state.id, start),
                ChargeKind.PERIOD,
                tierId,
                terms.tier(tierId).priceAt(start),
                start,
                state.periods.start(state.covered + 1),
                start,
                1,
                null);
        ask(charge.id(), charge, start, 1);
    }

    /** Asks for a charge: for the first time, or again. */
    void ask(ChargeId chargeId, Charge charge, Instant dueAt, int attempt) {
        apply(new MembershipChargeDue(
                state.id,
                state.channelId,
                state.memberId,
                chargeId,
                charge.kind(),
                charge.tierId(),
                charge.amount(),
                charge.periodStart(),
                charge.periodEnd(),
                dueAt,
                attempt));
    }
}
