package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.PayoutId;
import java.util.Currency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hold the whole payable balance of a currency for a payout; answered by {@link Held} (P1–P3).
 *
 * @param owed what refunds that are due, and not final yet, are about to take from the balance of that currency (P7)
 */
public record HoldForPayout(@TargetAggregateIdentifier ChannelId channelId, PayoutId payoutId, Total owed) {

    /** Which balance. */
    Currency currency() {
        return owed.currency();
    }
}
