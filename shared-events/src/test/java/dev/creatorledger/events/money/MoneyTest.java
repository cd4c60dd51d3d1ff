package dev.creatorledger.events.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@SuppressWarnings("ClassCanBeStatic") // a group of jqwik is an inner class
class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Group
    class M1AddingAndTakingAway {

        @Property
        void isExactOrAnError(@ForAll long one, @ForAll long other) {
            BigInteger exact = BigInteger.valueOf(one).add(BigInteger.valueOf(other));
            if (exact.bitLength() < Long.SIZE) {
                Money sum = Money.rialMicros(one).plus(Money.rialMicros(other));
                assertThat(sum).isEqualTo(Money.rialMicros(exact.longValueExact()));
            } else {
                assertThatExceptionOfType(ArithmeticException.class)
                        .isThrownBy(() -> Money.rialMicros(one).plus(Money.rialMicros(other)));
            }
        }

        @Property
        void takesAwayWhatWasAdded(
                @ForAll @LongRange(min = -LIMIT, max = LIMIT) long one,
                @ForAll @LongRange(min = -LIMIT, max = LIMIT) long other) {
            Money there = Money.rialMicros(one).plus(Money.rialMicros(other));
            assertThat(there.minus(Money.rialMicros(other))).isEqualTo(Money.rialMicros(one));
        }

        @Example
        void failsOnOverflowAtBothEnds() {
            Money most = Money.rialMicros(Long.MAX_VALUE);
            Money least = Money.rialMicros(Long.MIN_VALUE);
            Money one = Money.rialMicros(1);
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(one));
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.minus(one));
            assertThat(most.minus(one).plus(one)).isEqualTo(most);
        }

        @Property
        void neverMixesCurrencies(@ForAll long one, @ForAll long other) {
            Money rials = Money.rialMicros(one);
            Money dollars = new Money(other, USD);
            assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.plus(dollars));
            assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.minus(dollars));
            assertThatExceptionOfType(MixedCurrenciesException.class).isThrownBy(() -> rials.compareTo(dollars));
        }

        @Example
        void tellsNothingOfOneCurrencyFromNothingOfAnother() {
            assertThat(Money.zero(USD)).isNotEqualTo(Money.zero(Money.IRR));
        }

        @Property
        void ordersByAmount(@ForAll long one, @ForAll long other) {
            assertThat(Money.rialMicros(one).compareTo(Money.rialMicros(other))).isEqualTo(Long.compare(one, other));
            assertThat(Money.rialMicros(one).isNegative()).isEqualTo(one < 0);
        }
    }

    @Group
    class M3Splitting {

        @Property
        void givesTheCreatorTheShareRoundedUp(
                @ForAll @LongRange(min = 0) long net, @ForAll @IntRange(max = 10_000) int shareBps) {
            BigInteger[] quotient = BigInteger.valueOf(net)
                    .multiply(BigInteger.valueOf(shareBps))
                    .divideAndRemainder(BigInteger.valueOf(10_000));
            long ceiling = quotient[0].longValueExact() + quotient[1].signum();
            assertThat(Money.rialMicros(net).creatorPart(shareBps)).isEqualTo(Money.rialMicros(ceiling));
        }

        @Property
        void sumsToTheWholeWithNothingBelowZero(
                @ForAll @LongRange(min = 0) long net, @ForAll @IntRange(max = 10_000) int shareBps) {
            Money whole = Money.rialMicros(net);
            Money creator = whole.creatorPart(shareBps);
            Money platform = whole.minus(creator);
            assertThat(creator.plus(platform)).isEqualTo(whole);
            assertThat(creator.isNegative() || platform.isNegative()).isFalse();
        }

        @Property
        void givesAtLeastHalfFrom5000BpsOn(
                @ForAll @LongRange(min = 0) long net, @ForAll @IntRange(min = 5_000, max = 10_000) int shareBps) {
            Money whole = Money.rialMicros(net);
            Money creator = whole.creatorPart(shareBps);
            assertThat(creator).isGreaterThanOrEqualTo(whole.minus(creator));
        }

        @Example
        void givesTheOddMicroToTheCreator() {
            assertThat(Money.rialMicros(1).creatorPart(5_000)).isEqualTo(Money.rialMicros(1));
            assertThat(Money.rialMicros(3).creatorPart(5_000)).isEqualTo(Money.rialMicros(2));
            assertThat(Money.rialMicros(10_001).creatorPart(7_000)).isEqualTo(Money.rialMicros(7_001));
        }

        @Example
        void holdsAtTheLargestAmount() {
            Money most = Money.rialMicros(Long.MAX_VALUE);
            assertThat(most.creatorPart(10_000)).isEqualTo(most);
            assertThat(most.creatorPart(0)).isEqualTo(Money.rialMicros(0));
            assertThat(most.creatorPart(5_000)).isEqualTo(Money.rialMicros(Long.MAX_VALUE / 2 + 1));
        }

        @Example
        void isRefusedForAShareOutOfRangeOrAnAmountBelowZero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.rialMicros(1).creatorPart(-1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.rialMicros(1).creatorPart(10_001));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.rialMicros(-1).creatorPart(5_000));
        }
    }

    @Group
    class M1AsADecimalString {

        @Property
        void readsBackWhatItWrote(@ForAll long micros) {
            Money money = new Money(micros, USD);
            assertThat(Money.ofMajor(money.toMajor(), USD)).isEqualTo(money);
        }

        @Property
        void meansTheSameAsAnExactDecimal(@ForAll long micros) {
            assertThat(new BigDecimal(Money.rialMicros(micros).toMajor()))
                    .isEqualByComparingTo(BigDecimal.valueOf(micros, 6));
        }

        @Property
        void hasNoNeedlessZerosAndNoExponent(@ForAll long micros) {
            assertThat(Money.rialMicros(micros).toMajor()).matches("0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\\.[0-9]*[1-9]");
        }

        @Property
        void isReadOnlyIfItIsAPlainDecimalWithAtMost6Decimals(@ForAll String text) {
            Assume.that(!text.matches("-?[0-9]+(\\.[0-9]{1,6})?"));
            assertUnreadable(text);
        }

        @Example
        void mayHaveLeadingZerosAndTrailingZeros() {
            assertThat(Money.ofMajor("007.500000", USD)).isEqualTo(new Money(7_500_000, USD));
            assertThat(Money.ofMajor("-0", USD)).isEqualTo(Money.zero(USD));
        }

        @Example
        void isReadUpToBothEndsOfTheRange() {
            assertThat(Money.ofMajor("9223372036854.775807", USD).micros()).isEqualTo(Long.MAX_VALUE);
            assertThat(Money.ofMajor("-9223372036854.775808", USD).micros()).isEqualTo(Long.MIN_VALUE);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> Money.ofMajor("9223372036854.775808", USD));
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> Money.ofMajor("-9223372036854.775809", USD));
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> Money.ofMajor("99999999999999999999", USD));
        }

        @Example
        void isRefusedInEveryOtherNotation() {
            for (String bad : new String[] {
                "",
                "-",
                "+1",
                ".",
                ".5",
                "1.",
                "1.2345678",
                "1e3",
                "1,5",
                "1_000",
                " 1",
                "1 ",
                "--1",
                "1.-5",
                "0x1",
                "NaN",
                "Infinity",
                "1.2.3",
                "\u0661",
                "\uff11",
                "1\u00a0"
            }) {
                assertUnreadable(bad);
            }
        }

        private void assertUnreadable(String text) {
            assertThatExceptionOfType(NumberFormatException.class)
                    .as("\"%s\"", text)
                    .isThrownBy(() -> Money.ofMajor(text, USD));
        }
    }

    private static final long LIMIT = Long.MAX_VALUE / 2;
}
