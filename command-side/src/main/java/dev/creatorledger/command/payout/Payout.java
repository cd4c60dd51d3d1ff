package dev.creatorledger.command.payout;

import static dev.creatorledger.command.payout.PayoutStatus.APPROVED;
import static dev.creatorledger.command.payout.PayoutStatus.CANCELLED;
import static dev.creatorledger.command.payout.PayoutStatus.FAILED;
import static dev.creatorledger.command.payout.PayoutStatus.REJECTED;
import static dev.creatorledger.command.payout.PayoutStatus.REQUESTED;
import static dev.creatorledger.command.payout.PayoutStatus.RETURNED;
import static dev.creatorledger.command.payout.PayoutStatus.SENT;
import static dev.creatorledger.command.payout.PayoutStatus.SETTLED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.BookPaidPayout;
import dev.creatorledger.command.channel.ProgrammeCommand.CheckThatNoRefundsRun;
import dev.creatorledger.command.channel.ReleasePayout;
import dev.creatorledger.command.channel.TakeBackPayout;
import dev.creatorledger.command.payout.PayoutCommand.ApprovePayout;
import dev.creatorledger.command.payout.PayoutCommand.AskChannel;
import dev.creatorledger.command.payout.PayoutCommand.CancelPayout;
import dev.creatorledger.command.payout.PayoutCommand.FailPayout;
import dev.creatorledger.command.payout.PayoutCommand.OpenPayout;
import dev.creatorledger.command.payout.PayoutCommand.ReadTransfer;
import dev.creatorledger.command.payout.PayoutCommand.RejectPayout;
import dev.creatorledger.command.payout.PayoutCommand.RepeatRequest;
import dev.creatorledger.command.payout.PayoutCommand.ReturnPayout;
import dev.creatorledger.command.payout.PayoutCommand.SendPayout;
import dev.creatorledger.command.payout.PayoutCommand.SettlePayout;
import dev.creatorledger.command.payout.PayoutCommand.Transfer;
import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.command.payout.PayoutRules.APayoutIsSettledBetweenItsApprovalAndNow;
import dev.creatorledger.command.payout.PayoutRules.APayoutOnlyTurnsAsItsLifeCycleAllows;
import dev.creatorledger.command.payout.PayoutRules.APayoutStaysAsItWasRequested;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineApproaching;
import dev.creatorledger.events.payout.PayoutEvent.PayoutDeadlineMissed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRequested;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A payout: from the request to the bank's last word (P4), watched by its deadline (P5, P6). */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
class Payout {

    @AggregateIdentifier
    private PayoutId id;

    private ChannelId channelId;
    private Money amount;
    private BankAccount account;
    private PayoutStatus status;
    private @Nullable Approval approval;
    private @Nullable String sentReference;
    private @Nullable String settledReference;
    private boolean warned;
    private boolean missed;

    /** When it was approved, and on what terms. */
    private record Approval(Instant at, SettlementTerms terms) {}

    Payout() {}

    @CommandHandler
    Payout(OpenPayout command, Clock clock) {
        apply(new PayoutRequested(
                command.payoutId(), command.channelId(), command.amount(), command.account(), clock.instant()));
    }

    @CommandHandler
    void decide(RepeatRequest command) {
        new APayoutStaysAsItWasRequested(command, channelId, amount.currency()).check();
    }

    @CommandHandler
    List<Object> decide(ApprovePayout command, Clock clock, Policies policies) {
        if (status == APPROVED) {
            return List.of();
        }
        turning("approve", REQUESTED).check();
        Instant now = clock.instant();
        PayoutPolicy policy = policies.payoutsAt(now);
        SettlementTerms terms =
                SettlementTerms.of(now, policies.calendarAt(now), policy.businessDays(), policy.warningDays());
        apply(new PayoutApproved(id, now, terms, policy.version()));
        return List.of(new CheckThatNoRefundsRun(channelId, amount.currency()));
    }

    @CommandHandler
    List<Object> decide(RejectPayout command) {
        if (status == REJECTED) {
            return List.of();
        }
        turning("reject", REQUESTED).check();
        apply(new PayoutRejected(id, command.reason()));
        return List.of(new ReleasePayout(channelId, id, Cause.REJECTED));
    }

    @CommandHandler
    List<Object> decide(CancelPayout command, Clock clock) {
        if (status == CANCELLED) {
            return List.of();
        }
        turning("cancel", REQUESTED, APPROVED).check();
        noteDeadlineMissed(clock.instant());
        apply(new PayoutCancelled(id, clock.instant()));
        return List.of(new ReleasePayout(channelId, id, Cause.CANCELLED));
    }

    @CommandHandler
    void decide(SendPayout command) {
        if (status == SENT && command.bankReference().equals(sentReference)) {
            return;
        }
        turning("send", APPROVED).check();
        apply(new PayoutSent(id, command.bankReference()));
    }

    @CommandHandler
    List<Object> decide(SettlePayout command, Clock clock, Policies policies) {
        if (status == SETTLED && command.bankReference().equals(settledReference)) {
            return List.of();
        }
        turning("settle", SENT).check();
        Approval approved = Objects.requireNonNull(approval);
        Instant now = clock.instant();
        Instant settledAt = command.settledAt() == null ? now : command.settledAt();
        new APayoutIsSettledBetweenItsApprovalAndNow(settledAt, approved.at(), now).check();
        SettlementTerms terms = approved.terms();
        Integer lateBy = terms.isKeptBy(settledAt)
                ? null
                : (Integer) terms.lateBy(settledAt, policies.calendarOf(terms.calendarVersion()));
        noteDeadlineMissed(settledAt);
        apply(new PayoutSettled(id, command.bankReference(), settledAt, lateBy));
        return List.of(new BookPaidPayout(channelId, id));
    }

    @CommandHandler
    List<Object> decide(FailPayout command, Clock clock) {
        if (status == FAILED) {
            return List.of();
        }
        turning("fail", SENT).check();
        noteDeadlineMissed(clock.instant());
        apply(new PayoutFailed(id, command.reason(), clock.instant()));
        return List.of(new ReleasePayout(channelId, id, Cause.FAILED));
    }

    @CommandHandler
    List<Object> decide(ReturnPayout command) {
        if (status == RETURNED) {
            return List.of();
        }
        turning("return", SETTLED).check();
        apply(new PayoutReturned(id, command.reason()));
        return List.of(new TakeBackPayout(channelId, id, amount));
    }

    @CommandHandler
    void decide(WatchDeadline command, Clock clock) {
        if (approval == null || (status != APPROVED && status != SENT)) {
            return;
        }
        SettlementTerms terms = approval.terms();
        Instant now = clock.instant();
        if (!warned && !now.isBefore(terms.warnAt())) {
            apply(new PayoutDeadlineApproaching(id, terms.deadline()));
        }
        noteDeadlineMissed(now);
    }

    /** Before anything else that happens after the deadline, so that no end of the payout hides that it was missed. */
    private void noteDeadlineMissed(Instant asOf) {
        if (approval != null && !missed && !approval.terms().isKeptBy(asOf)) {
            apply(new PayoutDeadlineMissed(id, approval.terms().deadline()));
        }
    }

    @CommandHandler
    Transfer decide(ReadTransfer command) {
        turning("transfer", APPROVED, SENT, SETTLED, FAILED, RETURNED).check();
        apply(new PayoutTransferRead(id));
        return new Transfer(amount, account);
    }

    @CommandHandler
    ChannelId decide(AskChannel command) {
        return channelId;
    }

    private APayoutOnlyTurnsAsItsLifeCycleAllows turning(String turn, PayoutStatus... allowed) {
        return new APayoutOnlyTurnsAsItsLifeCycleAllows(turn, status, List.of(allowed));
    }

    @EventSourcingHandler
    void evolve(PayoutRequested event) {
        id = event.payoutId();
        channelId = event.channelId();
        amount = event.amount();
        account = event.account();
        status = REQUESTED;
    }

    @EventSourcingHandler
    void evolve(PayoutApproved event) {
        status = APPROVED;
        approval = new Approval(event.approvedAt(), event.terms());
    }

    @EventSourcingHandler
    void evolve(PayoutRejected event) {
        status = REJECTED;
    }

    @EventSourcingHandler
    void evolve(PayoutCancelled event) {
        status = CANCELLED;
    }

    @EventSourcingHandler
    void evolve(PayoutSent event) {
        status = SENT;
        sentReference = event.bankReference();
    }

    @EventSourcingHandler
    void evolve(PayoutSettled event) {
        status = SETTLED;
        settledReference = event.bankReference();
    }

    @EventSourcingHandler
    void evolve(PayoutFailed event) {
        status = FAILED;
    }

    @EventSourcingHandler
    void evolve(PayoutReturned event) {
        status = RETURNED;
    }

    @EventSourcingHandler
    void evolve(PayoutDeadlineApproaching event) {
        warned = true;
    }

    @EventSourcingHandler
    void evolve(PayoutDeadlineMissed event) {
        missed = true;
    }
}
