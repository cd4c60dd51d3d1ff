package dev.creatorledger.platform.web;

import dev.creatorledger.events.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * Money as callers read it: a decimal string of major units, and the currency (contract, "Conventions").
 *
 * @param amount major units, at most 6 decimals, without needless zeros
 * @param currency the ISO 4217 code
 */
public record MoneyJson(String amount, String currency) {

    private static final int SCALE = 6;

    /** An amount as callers read it. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.toMajor(), money.currency().getCurrencyCode());
    }

    /** A sum over many accounts as callers read it: micros that need not fit 64 bits (M1). */
    public static MoneyJson ofMicros(BigInteger micros, Currency currency) {
        String amount = new BigDecimal(micros, SCALE).stripTrailingZeros().toPlainString();
        return new MoneyJson(amount, currency.getCurrencyCode());
    }
}
