package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Report the number of followers; it replaces the figure before (C5). */
public record ReportFollowers(@TargetAggregateIdentifier ChannelId channelId, long followers) {}
