package dev.creatorledger.query.balance;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.MoneyJson;
import java.util.Currency;
import java.util.List;

/**
 * A channel's balance as callers read it: in its own currency, then in each other one that it has something of.
 *
 * @param available what can be paid out: final, and not held; below zero after refunds that it did not cover
 * @param held what open payouts hold
 * @param estimated income of windows and membership days that are open, less refunds of such days
 * @param total the sum of the three
 */
public record BalanceJson(
        String channelId,
        MoneyJson available,
        MoneyJson held,
        MoneyJson estimated,
        MoneyJson total,
        List<Other> others) {

    /** The same figures in another currency. */
    public record Other(MoneyJson available, MoneyJson held, MoneyJson estimated, MoneyJson total) {}

    static BalanceJson of(ChannelId channelId, Currency own, BalanceDocument balance) {
        BalanceDocument.Line line = balance.lines.getOrDefault(own.getCurrencyCode(), new BalanceDocument.Line(own));
        Other inOwn = inCurrency(line);
        List<Other> others = balance.lines.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own.getCurrencyCode()))
                .map(entry -> inCurrency(entry.getValue()))
                .toList();
        return new BalanceJson(
                channelId.value(), inOwn.available(), inOwn.held(), inOwn.estimated(), inOwn.total(), others);
    }

    private static Other inCurrency(BalanceDocument.Line line) {
        return new Other(
                MoneyJson.of(line.available),
                MoneyJson.of(line.held),
                MoneyJson.of(line.estimated),
                MoneyJson.of(line.total()));
    }
}
