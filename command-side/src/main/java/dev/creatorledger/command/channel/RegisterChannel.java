package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import java.util.Currency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Register a channel, or give its details anew; the currency never changes (C1). */
public record RegisterChannel(
        @TargetAggregateIdentifier ChannelId channelId,
        Owner owner,
        String title,
        String country,
        Currency currency,
        boolean madeForKids) {}
