package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** End a suspension: hours are open again from the present one on (A2, A4). */
public record ReinstateAdProgramme(@TargetAggregateIdentifier ChannelId channelId) {}
