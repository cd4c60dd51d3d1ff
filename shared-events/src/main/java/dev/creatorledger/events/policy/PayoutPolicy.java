package dev.creatorledger.events.policy;

import dev.creatorledger.events.money.Money;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures of payouts in one version (P1, P5, P6; V1).
 *
 * @param version the version, from 1
 * @param thresholds what a balance has to exceed, by currency; one without cannot be paid out
 * @param businessDays within how many business days after its approval a payout has to be settled
 * @param warningDays after how many of them lateness threatens
 */
public record PayoutPolicy(int version, Map<Currency, Money> thresholds, int businessDays, int warningDays) {

    /** The defaults of the rules: 400,000 toman, 100 USD, 100 EUR, 400 MYR; 7 business days, a warning after 5. */
    public static final PayoutPolicy DEFAULT = new PayoutPolicy(
            1,
            Map.of(
                    Money.IRR,
                    Money.ofMajor("4000000", Money.IRR),
                    currency("USD"),
                    Money.ofMajor("100", currency("USD")),
                    currency("EUR"),
                    Money.ofMajor("100", currency("EUR")),
                    currency("MYR"),
                    Money.ofMajor("400", currency("MYR"))),
            7,
            5);

    /** Copies the thresholds, in order: what is stored must not depend on how a map is laid out. */
    public PayoutPolicy {
        Map<Currency, Money> inOrder = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        inOrder.putAll(thresholds);
        thresholds = Collections.unmodifiableMap(inOrder);
    }

    private static Currency currency(String code) {
        return Currency.getInstance(code);
    }

    /** What a balance has to exceed; empty if the currency cannot be paid out. */
    public Optional<Money> threshold(Currency currency) {
        return Optional.ofNullable(thresholds.get(currency));
    }
}
