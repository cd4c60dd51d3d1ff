package dev.creatorledger.command.policy;

import static dev.creatorledger.command.Refused.refused;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarEvent;
import dev.creatorledger.events.calendar.CalendarEvent.CalendarSet;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.platform.refusal.ErrorCode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P5, V1 A version of a calendar")
class CalendarVersionsTest {

    /** 13:30 in Tehran. */
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Set<DayOfWeek> FRIDAY = Set.of(DayOfWeek.FRIDAY);
    private static final Set<LocalDate> HOLIDAY = Set.of(LocalDate.of(2026, 7, 1));

    private static ResultValidator<CalendarVersions> after(SetCalendar command, CalendarEvent... past) {
        return new AggregateTestFixture<>(CalendarVersions.class)
                .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC))
                .given(List.of(past))
                .when(command);
    }

    private static SetCalendar fridays(String country, @Nullable Instant from, @Nullable LocalDate day) {
        return new SetCalendar(new CalendarId(country), from, day, FRIDAY, HOLIDAY);
    }

    private static CalendarSet set(String country, int version, Instant from) {
        return new CalendarSet(new CalendarId(country), from, new BusinessCalendar(country, version, FRIDAY, HOLIDAY));
    }

    @Test
    void followsTheBuiltInOneOfIran_andIsTheFirstElsewhere() {
        after(fridays("IR", NOW, null)).expectSuccessfulHandlerExecution().expectEvents(set("IR", 2, NOW));
        after(fridays("MY", NOW, null)).expectSuccessfulHandlerExecution().expectEvents(set("MY", 1, NOW));
        after(fridays("MY", NOW.plusSeconds(1), null), set("MY", 1, NOW))
                .expectSuccessfulHandlerExecution()
                .expectEvents(set("MY", 2, NOW.plusSeconds(1)));
    }

    @Test
    void isQuietWhenRepeated() {
        after(fridays("IR", NOW, null), set("IR", 2, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void beginsAtMidnightInTehran_ifItIsValidFromADay() {
        after(fridays("IR", null, TODAY.plusDays(1)))
                .expectSuccessfulHandlerExecution()
                .expectEvents(set("IR", 2, Instant.parse("2026-06-15T20:30:00Z")));
    }

    @Test
    void ofTodayBeginsNow_andIsQuietForTheRestOfTheDay() {
        after(fridays("IR", null, TODAY)).expectSuccessfulHandlerExecution().expectEvents(set("IR", 2, NOW));
        after(fridays("IR", null, TODAY), set("IR", 2, NOW.minusSeconds(3_600)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void doesNotBeginInThePast() {
        after(fridays("IR", NOW.minusMillis(1), null))
                .expectException(refused(ErrorCode.EFFECTIVE_IN_PAST))
                .expectNoEvents();
        after(fridays("IR", null, TODAY.minusDays(1)))
                .expectException(refused(ErrorCode.EFFECTIVE_IN_PAST))
                .expectNoEvents();
    }

    @Test
    void leavesBusinessDaysToCount() {
        LocalDate monday = LocalDate.of(2026, 1, 5);
        Set<LocalDate> everyMonday =
                monday.datesUntil(monday.plusYears(10), Period.ofWeeks(1)).collect(Collectors.toSet());
        Set<DayOfWeek> otherDays = EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY));
        after(new SetCalendar(CalendarId.IRAN, NOW, null, otherDays, everyMonday))
                .expectException(refused(ErrorCode.NO_BUSINESS_DAYS_LEFT))
                .expectNoEvents();
    }
}
