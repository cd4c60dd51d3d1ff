package dev.creatorledger.platform.web;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;

/**
 * Money as callers read it: a decimal string of major units, and the currency (contract, "Conventions").
 *
 * @param amount major units, at most 6 decimals, without needless zeros
 * @param currency the ISO 4217 code
 */
public record MoneyJson(String amount, String currency) {

    /** An amount as callers read it. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.toMajor(), money.currency().getCurrencyCode());
    }

    /** A sum as callers read it: it need not fit 64 bits of micros (M1). */
    public static MoneyJson of(Total total) {
        return new MoneyJson(total.toMajor(), total.currency().getCurrencyCode());
    }
}
