package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make available again what is held for a payout that came to nothing; quiet if nothing is (P4). */
public record ReleasePayout(
        @TargetAggregateIdentifier ChannelId channelId, PayoutId payoutId, PayoutReleased.Cause cause) {}
