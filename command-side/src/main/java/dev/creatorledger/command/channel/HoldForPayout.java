package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutId;
import java.util.Currency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Hold the whole payable balance of a currency for a payout; answered by {@link Held} (P1–P3).
 *
 * @param currency the currency; the channel's own if it is absent
 */
public record HoldForPayout(
        @TargetAggregateIdentifier ChannelId channelId, PayoutId payoutId, @Nullable Currency currency) {}
