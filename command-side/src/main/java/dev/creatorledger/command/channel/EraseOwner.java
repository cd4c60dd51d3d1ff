package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erase a channel's owner: record it, and keep no more of that person; the key is destroyed afterwards (U7). */
public record EraseOwner(@TargetAggregateIdentifier ChannelId channelId) {}
