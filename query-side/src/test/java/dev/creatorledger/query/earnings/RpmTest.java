package dev.creatorledger.query.earnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.MoneyJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A12: RPM = the creator's earnings × 1,000 / views, rounded down to the micro. */
class RpmTest {

    private static @Nullable MoneyJson rpm(long micros, long views) {
        return Rpm.of(Total.of(Money.rialMicros(micros)), views);
    }

    @Test
    void is_absent_without_views() {
        assertThat(rpm(1_000_000, 0)).isNull();
    }

    @Test
    void is_earnings_per_thousand_views() {
        assertThat(rpm(300_000_000_000L, 1_000)).isEqualTo(new MoneyJson("300000", "IRR"));
    }

    @Test
    void is_rounded_down_to_the_micro() {
        assertThat(rpm(1, 3)).isEqualTo(new MoneyJson("0.000333", "IRR"));
        assertThat(rpm(2, 3)).isEqualTo(new MoneyJson("0.000666", "IRR"));
    }

    @Test
    void needs_more_than_64_bits_and_has_them() {
        assertThat(rpm(Long.MAX_VALUE, 1)).isEqualTo(new MoneyJson("9223372036854775.807", "IRR"));
        Total twice = Total.of(Money.rialMicros(Long.MAX_VALUE)).plus(Money.rialMicros(Long.MAX_VALUE));
        assertThat(Rpm.of(twice, 1)).isEqualTo(new MoneyJson("18446744073709551.614", "IRR"));
    }
}
