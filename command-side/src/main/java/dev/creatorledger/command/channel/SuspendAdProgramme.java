package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Suspend an enrolled channel: hours that begin more than 5 minutes later are shut (A2, A4). */
public record SuspendAdProgramme(@TargetAggregateIdentifier ChannelId channelId) {}
