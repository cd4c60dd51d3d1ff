package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.network.NetworkId;
import java.util.Currency;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the membership programme of a channel can be told and asked. What a long pause matters to first ends one that has
 * lasted too long, as of the time at which it did (B25, B28).
 */
public sealed interface ProgrammeCommand {

    /** The channel whose programme it is. */
    ChannelId channelId();

    /** Count videos of the channel that were registered or have changed; the figures are differences (B1). */
    record CountVideos(@TargetAggregateIdentifier ChannelId channelId, int videos, int madeForKids, int ineligible)
            implements ProgrammeCommand {}

    /** Join a network, and leave another one for it; answered by the one that was left, if there was one (B2). */
    record JoinNetwork(@TargetAggregateIdentifier ChannelId channelId, NetworkId networkId)
            implements ProgrammeCommand {}

    /** Leave a network; quiet if the channel is not in it (B2). */
    record LeaveNetwork(@TargetAggregateIdentifier ChannelId channelId, NetworkId networkId)
            implements ProgrammeCommand {}

    /** Ask which network the channel belongs to; answered by its {@link NetworkId}, if there is one. */
    record AskNetworkOfChannel(@TargetAggregateIdentifier ChannelId channelId) implements ProgrammeCommand {}

    /** Make a tier, or give it anew (B3). */
    record PutTier(@TargetAggregateIdentifier ChannelId channelId, Tier tier) implements ProgrammeCommand {}

    /** Open a cause of pause as an operator (B20). */
    record OpenPauseCause(@TargetAggregateIdentifier ChannelId channelId, PauseCause cause)
            implements ProgrammeCommand {}

    /** Close a cause of pause as an operator (B20). */
    record ClosePauseCause(@TargetAggregateIdentifier ChannelId channelId, PauseCause cause)
            implements ProgrammeCommand {}

    /**
     * Turn memberships on (B1).
     *
     * @param termsAccepted whether the channel accepts the terms with it
     * @param networkTermsAccepted whether the channel's network has accepted them; null if it belongs to none
     */
    record EnableMemberships(
            @TargetAggregateIdentifier ChannelId channelId,
            boolean termsAccepted,
            @Nullable Boolean networkTermsAccepted)
            implements ProgrammeCommand {}

    /**
     * Turn memberships on again after a pause (B22).
     *
     * @param networkTermsAccepted whether the channel's network has accepted the terms; null if it belongs to none
     */
    record ResumeMemberships(@TargetAggregateIdentifier ChannelId channelId, @Nullable Boolean networkTermsAccepted)
            implements ProgrammeCommand {}

    /** End the programme (B26). */
    record EndMemberships(@TargetAggregateIdentifier ChannelId channelId, EndReason reason)
            implements ProgrammeCommand {}

    /** Look at the clock: a programme that has been paused for too long is terminated; quiet otherwise (B25). */
    record WatchPause(@TargetAggregateIdentifier ChannelId channelId) implements ProgrammeCommand {}

    /** Ask for the terms of the programme; answered by {@link ProgrammeTerms}. */
    record AskProgramme(@TargetAggregateIdentifier ChannelId channelId) implements ProgrammeCommand {}

    /** Note that every member of a terminated programme is ended and every refund is booked (B26, P7). */
    record BookRefundsOfTurn(@TargetAggregateIdentifier ChannelId channelId, long turn) implements ProgrammeCommand {}

    /**
     * Refuse if refunds are still being booked in a currency (P7); answered by the currency.
     *
     * @param currency the currency; the channel's own if it is absent
     */
    record CheckThatNoRefundsRun(@TargetAggregateIdentifier ChannelId channelId, @Nullable Currency currency)
            implements ProgrammeCommand {}

    /** Ask which of some days' membership income is not final yet (L5). */
    record AskDaysNotFinal(@TargetAggregateIdentifier ChannelId channelId, Set<MembershipDayId> days)
            implements ProgrammeCommand {}

    /** Take a sealed day's membership income as final; quiet if it was taken before (L5). */
    record FinalizeMembershipIncome(
            @TargetAggregateIdentifier ChannelId channelId, MembershipDayId dayId, Total creatorPart)
            implements ProgrammeCommand {}
}
