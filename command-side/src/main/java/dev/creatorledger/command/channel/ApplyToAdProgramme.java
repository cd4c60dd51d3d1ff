package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask to be taken into the ad-revenue programme (A1, A2). */
public record ApplyToAdProgramme(@TargetAggregateIdentifier ChannelId channelId) {}
