package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change the creator's share, basis points, from the first full hour that begins more than 5 minutes later (A3). */
public record ChangeAdShare(@TargetAggregateIdentifier ChannelId channelId, int shareBps) {}
