package dev.creatorledger.events.payout;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.calendar.SettlementTerms;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a payout: requested, decided, sent, settled or given back (P4), and its deadline (P5, P6). */
public sealed interface PayoutEvent extends LedgerEvent {

    /** The payout it happened to. */
    PayoutId payoutId();

    /** The whole payable balance was asked for, and is held for it (P3); it goes to the account of that time (P2). */
    record PayoutRequested(
            PayoutId payoutId, ChannelId channelId, Money amount, BankAccount account, Instant requestedAt)
            implements PayoutEvent {}

    /** An operator approved it; from here on its deadline runs (P5). */
    record PayoutApproved(PayoutId payoutId, Instant approvedAt, SettlementTerms terms, int policyVersion)
            implements PayoutEvent {}

    /** An operator rejected it, and said why (P4). */
    record PayoutRejected(PayoutId payoutId, String reason) implements PayoutEvent {}

    /** The creator, or an operator for a reason that the metadata holds, cancelled it (P4). */
    record PayoutCancelled(PayoutId payoutId, Instant cancelledAt) implements PayoutEvent {}

    /** The payment service gave it to the bank, under the bank's reference (P4). */
    record PayoutSent(PayoutId payoutId, String bankReference) implements PayoutEvent {}

    /**
     * The bank has paid it (P4).
     *
     * @param settledAt when, by the bank; it decides whether the deadline was kept (P6)
     * @param lateByBusinessDays how many business days after the deadline, at least 1; absent if it was kept
     */
    record PayoutSettled(
            PayoutId payoutId, String bankReference, Instant settledAt, @Nullable Integer lateByBusinessDays)
            implements PayoutEvent {}

    /** The bank could not pay it, for a reason of its own (P4). */
    record PayoutFailed(PayoutId payoutId, String reason, Instant failedAt) implements PayoutEvent {}

    /** The bank sent it back after it was settled, for a reason of its own (P4). */
    record PayoutReturned(PayoutId payoutId, String reason) implements PayoutEvent {}

    /** The payment service read where it goes and how much (U7). */
    record PayoutTransferRead(PayoutId payoutId) implements PayoutEvent {}

    /** Most of its business days are over and it is not settled (P6). */
    record PayoutDeadlineApproaching(PayoutId payoutId, Instant deadline) implements PayoutEvent {}

    /** Its deadline has passed and it is not settled (P6); once. */
    record PayoutDeadlineMissed(PayoutId payoutId, Instant deadline) implements PayoutEvent {}
}
