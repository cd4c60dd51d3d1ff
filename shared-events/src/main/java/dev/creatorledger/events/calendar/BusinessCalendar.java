package dev.creatorledger.events.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are business days in a country, as of one version (P5, V1): all but weekends and holidays.
 *
 * @param country the ISO 3166 code
 * @param version from 1, in the order in which versions were set; kept by every decision that used it
 * @param weekend the days of every week that are none; at least one day of the week is left
 * @param holidays the dates that are none
 */
public record BusinessCalendar(String country, int version, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    /** The most business days that a deadline can be away. */
    public static final int MOST_DAYS = 60;

    /** Longer than any row of days without business: beyond it a calendar is refused rather than searched for ever. */
    private static final int SEARCH_LIMIT_DAYS = 3_660;

    /**
     * Copies the sets, in order: what is stored must not depend on how a set is laid out.
     *
     * @throws IllegalArgumentException if every day is of the weekend
     */
    public BusinessCalendar {
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week needs a day that is not of the weekend");
        }
        weekend = Collections.unmodifiableSet(new TreeSet<>(weekend));
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
    }

    /** Whether it is a business day. */
    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /**
     * The n-th business day that follows a day, the day itself not counted.
     *
     * @param n at least 1
     * @throws IllegalArgumentException if {@code n} is less than 1, or no such day comes within ten years
     */
    public LocalDate businessDayAfter(LocalDate day, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("the first business day after a day is its number 1");
        }
        int left = n;
        for (int i = 1; i <= SEARCH_LIMIT_DAYS; i++) {
            LocalDate next = day.plusDays(i);
            if (isBusinessDay(next) && --left == 0) {
                return next;
            }
        }
        throw new IllegalArgumentException("no " + n + " business days follow " + day + " within ten years");
    }

    /**
     * Whether the business days of any deadline are found, whatever day it is counted from. Away from holidays a week
     * has one at least, so counting from each holiday is enough, with room for the weeks before it.
     */
    public boolean leavesBusinessDays() {
        int room = MOST_DAYS * DayOfWeek.values().length;
        return holidays.stream().allMatch(holiday -> businessDaysWithin(holiday, SEARCH_LIMIT_DAYS - room));
    }

    private boolean businessDaysWithin(LocalDate day, int limit) {
        return day.plusDays(1)
                        .datesUntil(day.plusDays(limit))
                        .filter(this::isBusinessDay)
                        .limit(MOST_DAYS)
                        .count()
                == MOST_DAYS;
    }

    /** How many business days there are after a day, up to and with another one; none if that is not later. */
    public int businessDaysBetween(LocalDate after, LocalDate last) {
        return (int) after.plusDays(1)
                .datesUntil(last.isAfter(after) ? last.plusDays(1) : after.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
    }
}
