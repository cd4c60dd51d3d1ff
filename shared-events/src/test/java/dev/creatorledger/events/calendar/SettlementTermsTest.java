package dev.creatorledger.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("P5 Settlement terms are counted in business days of Tehran")
class SettlementTermsTest {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final BusinessCalendar PLAIN = new BusinessCalendar("IR", 1, WEEKEND, Set.of());

    private static SettlementTerms approvedAt(String instant, BusinessCalendar calendar) {
        return SettlementTerms.of(Instant.parse(instant), calendar, 7, 5);
    }

    @Example
    void skipTheWeekendAndEndAtMidnightAfterTheSeventhDay() {
        // A Monday: Tue 1, Wed 2, (Thu, Fri), Sat 3, Sun 4, Mon 5, Tue 6, Wed 7.
        SettlementTerms terms = approvedAt("2026-06-15T10:00:00Z", PLAIN);
        assertThat(terms.lastDay()).isEqualTo("2026-06-24");
        assertThat(terms.deadline()).isEqualTo("2026-06-24T20:30:00Z");
        assertThat(terms.warnAt()).isEqualTo("2026-06-22T20:30:00Z");
    }

    @Example
    void beginOnTheDayOfTehranThatTheApprovalFallsOn() {
        assertThat(approvedAt("2026-06-15T20:29:59Z", PLAIN).approvedOn()).isEqualTo("2026-06-15");
        assertThat(approvedAt("2026-06-15T20:30:00Z", PLAIN).approvedOn()).isEqualTo("2026-06-16");
        assertThat(approvedAt("2026-06-15T20:29:59Z", PLAIN).lastDay()).isEqualTo("2026-06-24");
        assertThat(approvedAt("2026-06-15T20:30:00Z", PLAIN).lastDay()).isEqualTo("2026-06-27");
    }

    @Example
    void countFromTheDayAfterAnApprovalOnADayOfRest() {
        // A Friday: Sat 1, Sun 2, Mon 3, Tue 4, Wed 5, (Thu, Fri), Sat 6, Sun 7.
        assertThat(approvedAt("2026-06-19T08:00:00Z", PLAIN).lastDay()).isEqualTo("2026-06-28");
    }

    @Example
    void goOnCountingAcrossTheEndOfAYear() {
        // A Monday: Tue 30, Wed 31 December, (Thu, Fri), Sat 3 to Wed 7 January.
        SettlementTerms terms = approvedAt("2025-12-29T10:00:00Z", PLAIN);
        assertThat(terms.lastDay()).isEqualTo("2026-01-07");
        assertThat(terms.deadline()).isEqualTo("2026-01-07T20:30:00Z");
    }

    @Example
    void skipHolidaysToo() {
        BusinessCalendar calendar = new BusinessCalendar(
                "IR", 2, WEEKEND, Set.of(LocalDate.parse("2026-06-24"), LocalDate.parse("2026-06-25")));
        SettlementTerms terms = approvedAt("2026-06-15T10:00:00Z", calendar);
        assertThat(terms.lastDay()).isEqualTo("2026-06-27");
        assertThat(terms.calendarVersion()).isEqualTo(2);
    }

    @Example
    void areKeptByTheLastMomentBeforeTheDeadlineAndNotByTheDeadline() {
        SettlementTerms terms = approvedAt("2026-06-15T10:00:00Z", PLAIN);
        assertThat(terms.isKeptBy(terms.deadline().minusNanos(1))).isTrue();
        assertThat(terms.isKeptBy(terms.deadline())).isFalse();
    }

    @Example
    @Label("P6 late counts the business days begun since the deadline, at least 1")
    void areMissedByBusinessDaysBegunSinceTheDeadline() {
        SettlementTerms terms = approvedAt("2026-06-15T10:00:00Z", PLAIN);
        // The deadline is Thursday's midnight: Thursday and Friday are none, Saturday is the first.
        assertThat(terms.lateBy(terms.deadline(), PLAIN)).isEqualTo(1);
        assertThat(terms.lateBy(Instant.parse("2026-06-26T20:29:59Z"), PLAIN)).isEqualTo(1);
        assertThat(terms.lateBy(Instant.parse("2026-06-26T20:30:00Z"), PLAIN)).isEqualTo(1);
        assertThat(terms.lateBy(Instant.parse("2026-06-27T20:30:00Z"), PLAIN)).isEqualTo(2);
    }

    @Example
    void haveSevenDaysLeftOnTheDayOfTheApprovalAndNoneOnTheLast() {
        SettlementTerms terms = approvedAt("2026-06-15T10:00:00Z", PLAIN);
        assertThat(terms.daysLeft(Instant.parse("2026-06-15T20:29:00Z"), PLAIN)).isEqualTo(7);
        assertThat(terms.daysLeft(Instant.parse("2026-06-16T10:00:00Z"), PLAIN)).isEqualTo(6);
        assertThat(terms.daysLeft(Instant.parse("2026-06-24T10:00:00Z"), PLAIN)).isZero();
        assertThat(terms.daysLeft(Instant.parse("2026-07-24T10:00:00Z"), PLAIN)).isZero();
    }

    @Property
    void lieExactlySevenBusinessDaysAfterAnyDay(@ForAll @IntRange(min = 0, max = 20_000) int day) {
        Instant approved = LocalDate.ofEpochDay(day)
                .atTime(12, 0)
                .atZone(SettlementTerms.ZONE)
                .toInstant();
        SettlementTerms terms = SettlementTerms.of(approved, PLAIN, 7, 5);
        assertThat(PLAIN.businessDaysBetween(terms.approvedOn(), terms.lastDay()))
                .isEqualTo(7);
        assertThat(PLAIN.isBusinessDay(terms.lastDay())).isTrue();
        assertThat(terms.warnAt()).isBefore(terms.deadline());
    }

    @Example
    void needADayOfTheWeekThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar("IR", 1, Set.of(DayOfWeek.values()), Set.of()));
    }
}
