package dev.creatorledger.query.balance;

import dev.creatorledger.platform.web.MoneyJson;

/**
 * A channel that owes: more was refunded than it had available (P7, U6).
 *
 * @param available what future income offsets first; below zero
 * @param held what its open payouts hold, which stays
 * @param estimated what may become available
 */
public record NegativeBalanceJson(
        String channelId, String currency, MoneyJson available, MoneyJson held, MoneyJson estimated) {}
