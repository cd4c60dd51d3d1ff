package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take an applicant into the programme (A2, A4).
 *
 * @param channelId the applicant
 * @param shareBps the creator's share in basis points; absent: the floor (A3)
 */
public record ApproveAdProgramme(@TargetAggregateIdentifier ChannelId channelId, @Nullable Integer shareBps) {}
