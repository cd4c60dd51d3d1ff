package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Leave the programme, or withdraw a pending application (A2, A4).
 *
 * @param channelId the channel that leaves
 * @param removed whether an operator removes it; otherwise it leaves by itself
 */
public record LeaveAdProgramme(@TargetAggregateIdentifier ChannelId channelId, boolean removed) {}
