package dev.creatorledger.query.earnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A12: estimated month end = income so far × length of the month / time elapsed, rounded down. */
class MonthEstimateTest {

    private static final long RIAL = 1_000_000;

    private static MonthEstimate at(String now, long soFarMicros) {
        return MonthEstimate.at(Instant.parse(now), Total.of(Money.rialMicros(soFarMicros)));
    }

    @Test
    void at_the_first_instant_of_a_month_is_what_there_is() {
        MonthEstimate estimate = at("2026-03-01T00:00:00Z", 7 * RIAL);
        assertThat(estimate.month()).isEqualTo("2026-03");
        assertThat(estimate.estimatedMonthEnd().amount()).isEqualTo("7");
        assertThat(estimate.elapsedShare()).isEqualByComparingTo("0");
    }

    @Test
    void at_the_last_instant_before_belongs_to_the_month_that_ends() {
        MonthEstimate estimate = at("2026-02-28T23:59:59.999Z", 2_419_200_000L);
        assertThat(estimate.month()).isEqualTo("2026-02");
        assertThat(estimate.estimatedMonthEnd().amount()).isEqualTo("2419.200001"); // 1 of 2,419,199,999 more
        assertThat(estimate.elapsedShare()).isEqualTo(new BigDecimal("0.9999"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026-01-11T00:00:00Z, 31000000, 96.1, 0.3225", // 10 of 31 days
        "2026-02-15T00:00:00Z, 14000000, 28, 0.5000", // 14 of 28
        "2028-02-15T00:00:00Z, 14000000, 29, 0.4827", // 14 of 29: a leap February
        "2026-04-16T00:00:00Z, 1, 0.000002, 0.5000"
    })
    void goes_by_the_length_of_the_month(String now, long soFar, String monthEnd, String share) {
        MonthEstimate estimate = at(now, soFar);
        assertThat(estimate.estimatedMonthEnd().amount()).isEqualTo(monthEnd);
        assertThat(estimate.elapsedShare()).isEqualTo(new BigDecimal(share));
        assertThat(estimate.isEstimate()).isTrue();
    }

    @Test
    void needs_more_than_64_bits_and_has_them() {
        MonthEstimate estimate = at("2026-01-01T00:00:00.001Z", Long.MAX_VALUE);
        assertThat(estimate.estimatedMonthEnd().amount()).isEqualTo("24703879663511831521468.8");
    }

    @Property
    void is_never_below_what_there_is_already(
            @ForAll @LongRange(min = 0) long soFar, @ForAll @LongRange(min = 0, max = 2_678_399_999L) long elapsed) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plusMillis(elapsed);
        MonthEstimate estimate = MonthEstimate.at(now, Total.of(Money.rialMicros(soFar)));
        assertThat(new BigDecimal(estimate.estimatedMonthEnd().amount()))
                .isGreaterThanOrEqualTo(new BigDecimal(estimate.soFar().amount()));
    }
}
