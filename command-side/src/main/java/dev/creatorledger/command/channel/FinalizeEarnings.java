package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.window.WindowId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Book the totals of a sealed window as final income; once per window, a repeat is quiet (A8, A9). */
public record FinalizeEarnings(
        @TargetAggregateIdentifier ChannelId channelId,
        WindowId windowId,
        long qualified,
        Money net,
        Money creatorPart,
        Money platformPart,
        int shareBps,
        int policyVersion) {

    /** The event of its booking. */
    EarningsFinalized booked() {
        return new EarningsFinalized(
                channelId, windowId, qualified, net, creatorPart, platformPart, shareBps, policyVersion);
    }
}
