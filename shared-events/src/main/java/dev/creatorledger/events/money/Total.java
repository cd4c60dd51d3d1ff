package dev.creatorledger.events.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of amounts of one currency, in micros, of any size: a single amount has 64 bits, a sum over windows,
 * days or accounts outgrows them (M1). It is never part of an event.
 */
public final class Total implements Comparable<Total> {

    /** What it comes to; 0 where that needs more than 64 bits. */
    private final long micros;

    /** What it comes to where that needs more than 64 bits, and only there: equal sums have one form. */
    private final @Nullable BigInteger beyond;

    private final Currency currency;

    private Total(long micros, @Nullable BigInteger beyond, Currency currency) {
        this.micros = micros;
        this.beyond = beyond;
        this.currency = currency;
    }

    /** The sum of nothing, in a currency. */
    public static Total zero(Currency currency) {
        return new Total(0, null, currency);
    }

    /** The sum of one amount. */
    public static Total of(Money money) {
        return new Total(money.micros(), null, money.currency());
    }

    /** A sum of so many micros. */
    public static Total ofMicros(BigInteger micros, Currency currency) {
        return micros.bitLength() < Long.SIZE
                ? new Total(micros.longValue(), null, currency)
                : new Total(0, micros, currency);
    }

    /**
     * The sum with one more amount.
     *
     * @throws MixedCurrenciesException if the currencies differ
     */
    public Total plus(Money money) {
        sameCurrency(money.currency());
        return plusMicros(money.micros());
    }

    /**
     * The sum less an amount.
     *
     * @throws MixedCurrenciesException if the currencies differ
     */
    public Total minus(Money money) {
        sameCurrency(money.currency());
        return minusMicros(money.micros());
    }

    /**
     * Both sums together.
     *
     * @throws MixedCurrenciesException if the currencies differ
     */
    public Total plus(Total other) {
        sameCurrency(other.currency);
        return other.beyond == null ? plusMicros(other.micros) : ofMicros(micros().add(other.beyond), currency);
    }

    /**
     * The difference of both sums.
     *
     * @throws MixedCurrenciesException if the currencies differ
     */
    public Total minus(Total other) {
        sameCurrency(other.currency);
        return other.beyond == null ? minusMicros(other.micros) : ofMicros(micros().subtract(other.beyond), currency);
    }

    /** The same sum the other way round. */
    public Total negated() {
        return zero(currency).minus(this);
    }

    // The checks of Math.addExact and subtractExact, without their exception: this stands on the views' hot path.
    private Total plusMicros(long more) {
        if (beyond == null) {
            long sum = micros + more;
            if (((micros ^ sum) & (more ^ sum)) >= 0) {
                return new Total(sum, null, currency);
            }
        }
        return ofMicros(micros().add(BigInteger.valueOf(more)), currency);
    }

    private Total minusMicros(long less) {
        if (beyond == null) {
            long difference = micros - less;
            if (((micros ^ less) & (micros ^ difference)) >= 0) {
                return new Total(difference, null, currency);
            }
        }
        return ofMicros(micros().subtract(BigInteger.valueOf(less)), currency);
    }

    private void sameCurrency(Currency other) {
        if (!currency.equals(other)) {
            throw new MixedCurrenciesException(currency, other);
        }
    }

    /** The ISO 4217 currency. */
    public Currency currency() {
        return currency;
    }

    /** Millionths of the currency's major unit. */
    public BigInteger micros() {
        return beyond == null ? BigInteger.valueOf(micros) : beyond;
    }

    /** Whether its micros fit 64 bits. */
    public boolean fits() {
        return beyond == null;
    }

    /**
     * Its micros as a number of 64 bits.
     *
     * @throws ArithmeticException if they do not fit
     */
    public long longMicros() {
        return beyond == null ? micros : beyond.longValueExact();
    }

    /** -1, 0 or 1, as it is below, at or above nothing. */
    public int signum() {
        return beyond == null ? Long.signum(micros) : beyond.signum();
    }

    /** Whether this is less than nothing. */
    public boolean isNegative() {
        return signum() < 0;
    }

    /**
     * As much of it as one amount holds, on either side of nothing: whoever books an amount takes it from one account,
     * and the least number of 64 bits cannot be turned round.
     */
    public Money capped() {
        long most = fits() ? Math.max(micros, -Long.MAX_VALUE) : signum() * Long.MAX_VALUE;
        return new Money(most, currency);
    }

    /** The amounts that make it up, as few as can hold it: one, unless it is more than one holds. */
    public List<Money> parts() {
        List<Money> parts = new ArrayList<>(1);
        Total rest = this;
        do {
            Money part = rest.capped();
            parts.add(part);
            rest = rest.minus(part);
        } while (rest.signum() != 0);
        return List.copyOf(parts);
    }

    /** This sum as a decimal string of major units without needless zeros, as {@link Money#toMajor()}. */
    public String toMajor() {
        return beyond == null ? MajorUnits.text(micros) : MajorUnits.text(beyond);
    }

    /**
     * Compares by size.
     *
     * @throws MixedCurrenciesException if the currencies differ
     */
    @Override
    public int compareTo(Total other) {
        sameCurrency(other.currency);
        return beyond == null && other.beyond == null
                ? Long.compare(micros, other.micros)
                : micros().compareTo(other.micros());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Total total
                && micros == total.micros
                && currency.equals(total.currency)
                && Objects.equals(beyond, total.beyond);
    }

    @Override
    public int hashCode() {
        return Objects.hash(micros, beyond, currency);
    }

    @Override
    public String toString() {
        return toMajor() + " " + currency;
    }
}
