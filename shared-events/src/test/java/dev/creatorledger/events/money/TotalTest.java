package dev.creatorledger.events.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("M1 A sum over many amounts")
class TotalTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private static Total total(BigInteger micros) {
        return Total.ofMicros(micros, Money.IRR);
    }

    private static Total sum(List<Long> amounts) {
        Total sum = Total.zero(Money.IRR);
        for (long micros : amounts) {
            sum = sum.plus(Money.rialMicros(micros));
        }
        return sum;
    }

    /** Of either sign, within 64 bits or far beyond them, and often close to their ends. */
    @Provide
    Arbitrary<BigInteger> sizes() {
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        return Arbitraries.oneOf(
                Arbitraries.longs().map(BigInteger::valueOf),
                Arbitraries.longs().between(-3, 3).map(near -> MOST.add(BigInteger.valueOf(near))),
                Arbitraries.longs().between(-3, 3).map(near -> least.add(BigInteger.valueOf(near))),
                Arbitraries.bigIntegers().between(BigInteger.TWO.pow(127).negate(), BigInteger.TWO.pow(127)));
    }

    @Property
    void isExactWhateverIsAddedInWhateverOrder(@ForAll List<Long> amounts) {
        BigInteger exact = amounts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(sum(amounts).micros()).isEqualTo(exact);
        assertThat(sum(amounts)).isEqualTo(total(exact)).hasSameHashCodeAs(total(exact));
    }

    @Property
    void addsAndTakesAwayAsWholeNumbersOfAnySizeDo(@ForAll("sizes") BigInteger one, @ForAll("sizes") BigInteger other) {
        assertThat(total(one).plus(total(other))).isEqualTo(total(one.add(other)));
        assertThat(total(one).minus(total(other))).isEqualTo(total(one.subtract(other)));
        assertThat(total(one).negated()).isEqualTo(total(one.negate()));
    }

    @Property
    void takesAwayWhatWasAdded(@ForAll("sizes") BigInteger one, @ForAll long micros) {
        Money amount = Money.rialMicros(micros);
        assertThat(total(one).plus(amount).micros()).isEqualTo(one.add(BigInteger.valueOf(micros)));
        assertThat(total(one).minus(amount).micros()).isEqualTo(one.subtract(BigInteger.valueOf(micros)));
        assertThat(total(one).plus(amount).minus(amount)).isEqualTo(total(one));
    }

    @Property
    void comparesBySize(@ForAll("sizes") BigInteger one, @ForAll("sizes") BigInteger other) {
        assertThat(Integer.signum(total(one).compareTo(total(other)))).isEqualTo(one.compareTo(other));
        assertThat(total(one).equals(total(other))).isEqualTo(one.equals(other));
        assertThat(total(one).signum()).isEqualTo(one.signum());
        assertThat(total(one).isNegative()).isEqualTo(one.signum() < 0);
    }

    @Property
    void knowsWhetherItFits64Bits(@ForAll("sizes") BigInteger micros) {
        boolean fits = micros.bitLength() < Long.SIZE;
        assertThat(total(micros).fits()).isEqualTo(fits);
        if (fits) {
            assertThat(total(micros).longMicros()).isEqualTo(micros.longValueExact());
        } else {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> total(micros).longMicros());
        }
    }

    @Property
    void isMadeUpOfAmountsThatCanBeTurnedRound(@ForAll("hundreds") BigInteger micros) {
        List<Money> parts = total(micros).parts();
        Total sum = Total.zero(Money.IRR);
        for (Money part : parts) {
            sum = sum.plus(part);
            assertThat(Money.zero(Money.IRR).minus(part).micros()).isEqualTo(-part.micros());
        }
        assertThat(sum).isEqualTo(total(micros));
        BigInteger least = micros.abs().add(MOST).subtract(BigInteger.ONE).divide(MOST);
        assertThat(parts).hasSize(Math.max(1, least.intValueExact()));
    }

    @Provide
    Arbitrary<BigInteger> hundreds() {
        BigInteger much = MOST.multiply(BigInteger.valueOf(300));
        return Arbitraries.bigIntegers().between(much.negate(), much);
    }

    @Example
    void ofOneAmountIsThatAmount() {
        for (long micros : new long[] {0, 1, -1, Long.MAX_VALUE, -Long.MAX_VALUE}) {
            Money amount = Money.rialMicros(micros);
            assertThat(Total.of(amount).parts()).containsExactly(amount);
            assertThat(Total.of(amount).capped()).isEqualTo(amount);
            assertThat(Total.of(amount)).hasToString(amount.toString());
        }
    }

    @Example
    void isCappedAtWhatOneAmountHolds() {
        Total twice = sum(List.of(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(twice.capped()).isEqualTo(Money.rialMicros(Long.MAX_VALUE));
        assertThat(twice.negated().capped()).isEqualTo(Money.rialMicros(-Long.MAX_VALUE));
        assertThat(Total.of(Money.rialMicros(Long.MIN_VALUE)).capped()).isEqualTo(Money.rialMicros(-Long.MAX_VALUE));
    }

    @Example
    void isWrittenInMajorUnitsAsAmountsAre() {
        assertThat(sum(List.of(Long.MAX_VALUE, Long.MAX_VALUE))).hasToString("18446744073709.551614 IRR");
        assertThat(sum(List.of(Long.MIN_VALUE, Long.MIN_VALUE)).toMajor()).isEqualTo("-18446744073709.551616");
        assertThat(total(BigInteger.TEN.pow(30)).toMajor()).isEqualTo("1" + "0".repeat(24));
        assertThat(Total.zero(USD)).hasToString("0 USD");
    }

    @Property
    void meansTheSameAsAnExactDecimal(@ForAll("sizes") BigInteger micros) {
        assertThat(new BigDecimal(total(micros).toMajor())).isEqualByComparingTo(new BigDecimal(micros, 6));
    }

    @Example
    void neverMixesCurrencies() {
        Total rials = sum(List.of(Long.MAX_VALUE, 1L));
        for (Total dollars : List.of(Total.zero(USD), Total.ofMicros(BigInteger.TWO.pow(70), USD))) {
            assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.plus(dollars));
            assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.minus(dollars));
            assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.compareTo(dollars));
        }
        assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.plus(Money.zero(USD)));
        assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.minus(Money.zero(USD)));
        assertThat(Total.zero(USD)).isNotEqualTo(Total.zero(Money.IRR));
    }
}
