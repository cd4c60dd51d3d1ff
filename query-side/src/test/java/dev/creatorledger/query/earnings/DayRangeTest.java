package dev.creatorledger.query.earnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.platform.refusal.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRangeTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2026-01-31, 2026-02-28, 2026-01-31, 2026-02-28",
        "2026-01, 2026-02, 2026-01-01, 2026-02-28",
        "2026-01-31T10:00:00Z, 2026-02-02T00:00:00Z, 2026-01-31, 2026-02-01",
        "2026-01-31T23:30:00Z, 2026-02-02T00:00:01Z, 2026-01-31, 2026-02-02"
    })
    void is_read_from_days_months_and_instants(String from, String to, LocalDate first, LocalDate last) {
        assertThat(DayRange.parse(from, to)).isEqualTo(new DayRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-13", "26-01-01", "2026-1-1", "2026-01-01T10:00"})
    void refuses_anything_else(String from) {
        assertThatThrownBy(() -> DayRange.parse(from, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void refuses_an_end_before_its_beginning() {
        assertThatThrownBy(() -> DayRange.parse("2026-02-02", "2026-02-01")).isInstanceOf(Refusal.class);
    }

    @Nested
    class A_limit {

        private final DayRange year = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

        @Test
        void of_just_as_many_days_is_kept() {
            assertThat(year.atMost(365)).isEqualTo(year);
        }

        @Test
        void of_one_day_less_is_broken() {
            assertThatThrownBy(() -> year.atMost(364)).isInstanceOf(Refusal.class);
        }

        @Test
        void can_be_kept_by_its_last_days() {
            assertThat(year.last(2)).isEqualTo(new DayRange(LocalDate.of(2026, 12, 30), LocalDate.of(2026, 12, 31)));
        }
    }
}
