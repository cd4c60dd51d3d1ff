package dev.creatorledger.command.payout;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutId;
import java.time.Instant;
import java.util.Currency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a payout can be told. Those that end it, or move its money, answer with the commands for its channel that are
 * carried out in the same commit; a repeat is quiet and answers with none.
 */
sealed interface PayoutCommand {

    /** Begin a payout of what its channel holds for it (P3). */
    record OpenPayout(
            @TargetAggregateIdentifier PayoutId payoutId, ChannelId channelId, Money amount, BankAccount account)
            implements PayoutCommand {}

    /** Compare a request with the payout that has its id already: the same one is quiet (P3). */
    record RepeatRequest(@TargetAggregateIdentifier PayoutId payoutId, ChannelId channelId, @Nullable Currency currency)
            implements PayoutCommand {}

    /** Approve it: its deadline runs from here (P4, P5). */
    record ApprovePayout(@TargetAggregateIdentifier PayoutId payoutId) implements PayoutCommand {}

    /** Reject it (P4). */
    record RejectPayout(@TargetAggregateIdentifier PayoutId payoutId, String reason) implements PayoutCommand {}

    /** Cancel it (P4). */
    record CancelPayout(@TargetAggregateIdentifier PayoutId payoutId) implements PayoutCommand {}

    /** Note that it was given to the bank (P4). */
    record SendPayout(@TargetAggregateIdentifier PayoutId payoutId, String bankReference) implements PayoutCommand {}

    /**
     * Note that the bank has paid it (P4, P6).
     *
     * @param settledAt when; now if it is absent
     */
    record SettlePayout(@TargetAggregateIdentifier PayoutId payoutId, String bankReference, @Nullable Instant settledAt)
            implements PayoutCommand {}

    /** Note that the bank could not pay it (P4). */
    record FailPayout(@TargetAggregateIdentifier PayoutId payoutId, String reason) implements PayoutCommand {}

    /** Note that the bank sent it back (P4). */
    record ReturnPayout(@TargetAggregateIdentifier PayoutId payoutId, String reason) implements PayoutCommand {}

    /** Look at the clock: warn of the deadline, or note that it has passed, if so (P6); quiet otherwise. */
    record WatchDeadline(@TargetAggregateIdentifier PayoutId payoutId) implements PayoutCommand {}

    /** Tell where it goes and how much, and note that this was asked; answered by {@link Transfer} (U7). */
    record ReadTransfer(@TargetAggregateIdentifier PayoutId payoutId) implements PayoutCommand {}

    /** Where a payout goes, and how much. */
    record Transfer(Money amount, BankAccount account) {}

    /** Ask which channel it belongs to. */
    record AskChannel(@TargetAggregateIdentifier PayoutId payoutId) implements PayoutCommand {}
}
