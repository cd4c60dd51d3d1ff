package dev.creatorledger.events.channel;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** What can happen to a channel: registered, described, counted, taken into the ad-revenue programme, and credited. */
public sealed interface ChannelEvent extends LedgerEvent {

    /** The channel it happened to. */
    ChannelId channelId();

    /** A channel was registered (C1); its currency never changes. */
    record ChannelRegistered(
            ChannelId channelId, Owner owner, String title, String country, Currency currency, boolean madeForKids)
            implements ChannelEvent {}

    /** Title, country or owner of a channel were changed (C1); all are given as they are now. */
    record ChannelDetailsChanged(ChannelId channelId, Owner owner, String title, String country)
            implements ChannelEvent {}

    /** The channel was set, or is no longer set, as made for kids (C1). */
    record ChannelMadeForKidsChanged(ChannelId channelId, boolean madeForKids) implements ChannelEvent {}

    /** The owner's key is destroyed: nothing that was sealed under it can be read, and no more is kept (U7). */
    record OwnerErased(ChannelId channelId) implements ChannelEvent {}

    /** Another service reported the number of followers (C5); it replaces the figure before. */
    record FollowersReported(ChannelId channelId, long followers) implements ChannelEvent {}

    /** Seconds watched of one video on one UTC day, counted for A1; they replace that video's figure of that day. */
    record WatchTimeCounted(ChannelId channelId, VideoId videoId, LocalDate date, long watchSeconds)
            implements ChannelEvent {}

    /** The channel asked to be taken into the programme and was eligible (A2). */
    record AdProgrammeApplied(ChannelId channelId, AdEvidence evidence) implements ChannelEvent {}

    /** An operator took the channel in; the approval counts for every hour that can still be booked (A2, A4). */
    record AdProgrammeApproved(ChannelId channelId, int shareBps, AdEvidence evidence) implements ChannelEvent {}

    /** An operator turned the application down (A2). */
    record AdProgrammeRejected(ChannelId channelId) implements ChannelEvent {}

    /** An operator suspended the channel; hours from {@code shutFrom} on are shut (A4). */
    record AdProgrammeSuspended(ChannelId channelId, Instant shutFrom) implements ChannelEvent {}

    /** An operator ended the suspension; hours from {@code openFrom} on are open again (A4). */
    record AdProgrammeReinstated(ChannelId channelId, Instant openFrom) implements ChannelEvent {}

    /**
     * The channel left the programme or was removed by an operator; hours from {@code shutFrom} on are shut (A2, A4).
     */
    record AdProgrammeLeft(ChannelId channelId, boolean removed, Instant shutFrom) implements ChannelEvent {}

    /** A pending application was withdrawn by leaving (A2). */
    record AdApplicationWithdrawn(ChannelId channelId) implements ChannelEvent {}

    /** The creator's share was changed from a full hour on (A3). */
    record AdShareChanged(ChannelId channelId, int shareBps, Instant effectiveFrom) implements ChannelEvent {}

    /** A sealed window's income became final and payable (A8, A9); once per window. */
    record EarningsFinalized(
            ChannelId channelId,
            WindowId windowId,
            long qualified,
            Money net,
            Money creatorPart,
            Money platformPart,
            int shareBps,
            int policyVersion)
            implements ChannelEvent {}

    /** A bank account was registered, or took the place of the one before; later payouts go there (P2). */
    record BankAccountRegistered(ChannelId channelId, BankAccount account) implements ChannelEvent {}

    /** A payout was requested and its amount is held: no longer available, and not yet paid (P3). */
    record PayoutHeld(ChannelId channelId, PayoutId payoutId, Money amount) implements ChannelEvent {}

    /**
     * What was held for a payout is available again, for it came to nothing (P4).
     *
     * @param cause how it ended
     */
    record PayoutReleased(ChannelId channelId, PayoutId payoutId, Money amount, Cause cause) implements ChannelEvent {

        /** How a payout ends before the bank has paid. */
        public enum Cause {
            REJECTED,
            CANCELLED,
            FAILED
        }
    }

    /** What was held for a payout was paid by the bank (P4). */
    record PayoutPaid(ChannelId channelId, PayoutId payoutId, Money amount) implements ChannelEvent {}

    /** What the bank had paid came back and is available again (P4). */
    record PayoutMoneyReturned(ChannelId channelId, PayoutId payoutId, Money amount) implements ChannelEvent {}
}
