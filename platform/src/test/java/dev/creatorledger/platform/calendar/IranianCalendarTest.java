package dev.creatorledger.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.SettlementTerms;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P5 Iran's calendar")
class IranianCalendarTest {

    private final BusinessCalendar calendar = IranianCalendar.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-20", // 30 Esfand 1403, which only leap years have
                "2025-03-21", // Nowruz
                "2025-03-24",
                "2025-04-01", // Republic Day
                "2025-04-02", // Nature Day
                "2025-06-04", // 14 Khordad
                "2024-06-03", // the same in a leap year
                "2026-02-11", // 22 Bahman
                "2026-03-20", // 29 Esfand
                "2025-07-06", // Ashura
                "2026-06-25"
            })
    void restsOn(LocalDate holiday) {
        assertThat(calendar.isBusinessDay(holiday)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-25", "2026-03-25", "2025-06-07", "2026-02-10", "2025-11-22"})
    void worksOn(LocalDate day) {
        assertThat(calendar.isBusinessDay(day)).isTrue();
    }

    @Test
    void restsOnThursdaysAndFridays() {
        assertThat(calendar.isBusinessDay(LocalDate.parse("2025-11-27"))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.parse("2025-11-28"))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.parse("2025-11-29"))).isTrue();
    }

    @Test
    void carriesADeadlineAcrossNowruz() {
        // Approved on Monday 17 March 2025: Tue 18 (1), then 19 (oil), 20 to 24 (Nowruz) rest, 25 (2), 26 (3), 29 (4),
        // 30 (5), 31 (Fitr), 1 and 2 April rest, 5 (6), 6 (7).
        SettlementTerms terms = SettlementTerms.of(Instant.parse("2025-03-17T08:00:00Z"), calendar, 7, 5);
        assertThat(terms.lastDay()).isEqualTo("2025-04-06");
    }
}
