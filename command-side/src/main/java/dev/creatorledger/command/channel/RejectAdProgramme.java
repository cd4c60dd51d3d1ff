package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Turn an application down (A2). */
public record RejectAdProgramme(@TargetAggregateIdentifier ChannelId channelId) {}
