package dev.creatorledger.events.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Currency;

/**
 * An exact amount: an integer number of micros of a currency (M1).
 *
 * @param micros millionths of the currency's major unit; may be negative
 * @param currency the ISO 4217 currency
 */
public record Money(long micros, Currency currency) implements Comparable<Money> {

    /** Micros in one major unit. */
    public static final long MICROS_PER_UNIT = 1_000_000;

    /** The rial, the only currency that ads pay in (M2). */
    public static final Currency IRR = Currency.getInstance("IRR");

    private static final int TEN = 10;
    private static final int WHOLE_SHARE_BPS = 10_000;

    /** Nothing, in a currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** An amount of micros in rial. */
    public static Money rialMicros(long micros) {
        return new Money(micros, IRR);
    }

    /**
     * Reads a decimal string of major units, such as {@code 1234.5}.
     *
     * @throws NumberFormatException if it is no plain decimal number or has more than 6 decimals
     * @throws ArithmeticException if it does not fit 64 bits of micros
     */
    public static Money ofMajor(String amount, Currency currency) {
        return new Money(MajorUnits.toMicros(amount), currency);
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException on overflow
     * @throws MixedCurrenciesException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(micros, sameCurrency(other).micros), currency);
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException on overflow
     * @throws MixedCurrenciesException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, sameCurrency(other).micros), currency);
    }

    /**
     * The creator's part of this amount: {@code ceil(net × shareBps / 10,000)} micros (M3).
     *
     * @param shareBps the share in basis points, 0 to 10,000
     * @throws IllegalArgumentException if the share is out of range or this amount is negative
     */
    public Money creatorPart(int shareBps) {
        if (shareBps < 0 || shareBps > WHOLE_SHARE_BPS || micros < 0) {
            throw new IllegalArgumentException("a split needs an amount of at least 0 and a share of 0 to 10,000 bps");
        }
        // In two parts, so that no product exceeds 64 bits: whole ten-thousandths first, then what is left of them.
        long wholes = micros / WHOLE_SHARE_BPS * shareBps;
        long rest = micros % WHOLE_SHARE_BPS * shareBps;
        return new Money(wholes + (rest + WHOLE_SHARE_BPS - 1) / WHOLE_SHARE_BPS, currency);
    }

    /**
     * What of this amount can be paid: whole numbers of the currency's smallest payable unit, rounded down (M5).
     *
     * <p>Rials have no part that can be paid, though ISO 4217 gives them hundredths; a currency without a minor unit
     * is paid in whole ones.
     */
    public Money payable() {
        int digits = currency.equals(IRR)
                ? 0
                : Math.max(0, Math.min(currency.getDefaultFractionDigits(), MajorUnits.DECIMALS));
        long unit = MICROS_PER_UNIT;
        for (int i = 0; i < digits; i++) {
            unit /= TEN;
        }
        return new Money(Math.subtractExact(micros, Math.floorMod(micros, unit)), currency);
    }

    /** Whether this is less than nothing. */
    @JsonIgnore
    public boolean isNegative() {
        return micros < 0;
    }

    /** This amount as a decimal string of major units without needless zeros, such as {@code 1234.5}. */
    public String toMajor() {
        return MajorUnits.text(micros);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, sameCurrency(other).micros);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new MixedCurrenciesException(currency, other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return toMajor() + " " + currency;
    }
}
