package dev.creatorledger.events.membership;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.network.NetworkId;
import java.time.Instant;

/**
 * What can happen to the membership programme of a channel (B1–B4, B20–B26): a part of the channel, in its stream. Each
 * turn of a programme (on, paused, resumed, terminated) has the next number (B27).
 */
public sealed interface ProgrammeEvent extends LedgerEvent {

    /** The channel whose programme it is. */
    ChannelId channelId();

    /** How many videos the channel has by now, and how many of them count against memberships (B1). */
    record VideosCounted(ChannelId channelId, long videos, long madeForKids, long ineligible)
            implements ProgrammeEvent {}

    /** The channel belongs to a network from now on (B2). */
    record NetworkJoined(ChannelId channelId, NetworkId networkId) implements ProgrammeEvent {}

    /** The channel no longer belongs to a network (B2). */
    record NetworkLeft(ChannelId channelId, NetworkId networkId) implements ProgrammeEvent {}

    /** A tier was made, or is as given from now on (B3). */
    record TierSet(ChannelId channelId, Tier tier, Instant setAt) implements ProgrammeEvent {}

    /** Somebody opened a cause of pause (B20). */
    record PauseCauseOpened(ChannelId channelId, PauseCause cause, Opener openedBy, Instant openedAt)
            implements ProgrammeEvent {}

    /** Whoever opened a cause of pause has closed it (B20). */
    record PauseCauseClosed(ChannelId channelId, PauseCause cause, Opener openedBy, Instant closedAt)
            implements ProgrammeEvent {}

    /** Memberships were turned on (B1, B26). */
    record MembershipProgrammeEnabled(ChannelId channelId, long turn, ProgrammeEvidence evidence, Instant enabledAt)
            implements ProgrammeEvent {}

    /** The programme is paused: a cause was opened while it was on (B20, B21). */
    record MembershipProgrammePaused(ChannelId channelId, long turn, PauseCause cause, Instant pausedAt)
            implements ProgrammeEvent {}

    /** The pause was left (B22). */
    record MembershipProgrammeResumed(ChannelId channelId, long turn, ProgrammeEvidence evidence, Instant resumedAt)
            implements ProgrammeEvent {}

    /** The programme was terminated; its members are to be ended and refunded (B25, B26). */
    record MembershipProgrammeTerminated(ChannelId channelId, long turn, EndReason reason, Instant terminatedAt)
            implements ProgrammeEvent {}

    /** Every member of a terminated programme is ended, and every refund is booked (P7, B26, B27). */
    record MembershipRefundsBooked(ChannelId channelId, long turn) implements ProgrammeEvent {}

    /**
     * A day's membership income became final (L5): once per day and currency.
     *
     * @param creatorPart the creator's parts of the day's payments less those of its refunds; below zero if more was
     *     paid back
     */
    record MembershipIncomeFinalized(ChannelId channelId, MembershipDayId dayId, Money creatorPart)
            implements ProgrammeEvent {}
}
