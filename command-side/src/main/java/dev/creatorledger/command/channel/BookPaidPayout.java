package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Book what is held for a payout as paid by the bank; quiet if nothing is (P4). */
public record BookPaidPayout(@TargetAggregateIdentifier ChannelId channelId, PayoutId payoutId) {}
