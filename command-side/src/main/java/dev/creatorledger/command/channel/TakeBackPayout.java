package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make available again what the bank sent back; the payout tells it once (P4). */
public record TakeBackPayout(@TargetAggregateIdentifier ChannelId channelId, PayoutId payoutId, Money amount) {}
