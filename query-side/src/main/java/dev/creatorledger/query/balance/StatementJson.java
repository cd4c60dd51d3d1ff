package dev.creatorledger.query.balance;

import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;

/**
 * A month of a channel as callers read it: everything that changed what can be paid out.
 *
 * @param month the UTC month
 * @param opening what was available before it
 * @param lines every change, oldest first
 * @param closing what was available after it, or is so far
 */
public record StatementJson(
        String channelId,
        String month,
        String currency,
        MoneyJson opening,
        List<StatementLine> lines,
        MoneyJson closing) {

    /**
     * A change.
     *
     * @param kind what happened
     * @param reference what it happened to: a window, a payout, a day
     * @param balance what was available afterwards
     */
    public record StatementLine(
            Instant at, String kind, String reference, MoneyJson amount, MoneyJson balance, long sequence) {}
}
