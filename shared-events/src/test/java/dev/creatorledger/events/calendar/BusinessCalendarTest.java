package dev.creatorledger.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P5 A calendar")
class BusinessCalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final Set<DayOfWeek> ALL_BUT_MONDAY = EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY));

    /** Every Monday for so many weeks. */
    private static Set<LocalDate> mondays(int weeks) {
        return MONDAY.datesUntil(MONDAY.plusWeeks(weeks), java.time.Period.ofWeeks(1))
                .collect(Collectors.toSet());
    }

    @Test
    void leavesBusinessDaysIfTheyCanBeCountedFromAnyDay() {
        BusinessCalendar hardly = new BusinessCalendar("IR", 2, ALL_BUT_MONDAY, mondays(300));
        assertThat(hardly.leavesBusinessDays()).isTrue();
        for (LocalDate day : hardly.holidays()) {
            assertThatCode(() -> hardly.businessDayAfter(day.minusDays(400), BusinessCalendar.MOST_DAYS))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void leavesNoneIfTheyAreAllTakenForYears() {
        assertThat(new BusinessCalendar("IR", 2, ALL_BUT_MONDAY, mondays(520)).leavesBusinessDays())
                .isFalse();
        assertThat(new BusinessCalendar("IR", 2, Set.of(), Set.of()).leavesBusinessDays())
                .isTrue();
    }
}
