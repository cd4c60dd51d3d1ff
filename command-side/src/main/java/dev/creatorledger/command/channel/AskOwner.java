package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask whose channel it is; answered by its {@link dev.creatorledger.events.channel.Owner}. */
record AskOwner(@TargetAggregateIdentifier ChannelId channelId) {}
