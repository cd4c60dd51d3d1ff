package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.BankAccount;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Register where a channel's later payouts go (P2). */
public record RegisterBankAccount(@TargetAggregateIdentifier ChannelId channelId, BankAccount account) {}
