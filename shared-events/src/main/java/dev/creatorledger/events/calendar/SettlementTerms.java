package dev.creatorledger.events.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By when an approved payout has to be settled (P5), fixed when it is approved.
 *
 * @param approvedOn the day of the approval, Tehran's
 * @param lastDay the last business day on which settling it keeps the deadline
 * @param warnAt the end of the business day after which its lateness threatens (P6)
 * @param deadline the first instant that is too late
 * @param calendarVersion the calendar that it was counted with
 */
public record SettlementTerms(
        LocalDate approvedOn, LocalDate lastDay, Instant warnAt, Instant deadline, int calendarVersion) {

    /** Settlement days are Tehran's, whatever the country of a channel (P5). */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    /**
     * Counts the terms of an approval.
     *
     * @param businessDays within how many business days after the day of approval it has to be settled
     * @param warningDays after how many of them lateness threatens
     */
    public static SettlementTerms of(Instant approvedAt, BusinessCalendar calendar, int businessDays, int warningDays) {
        LocalDate approvedOn = dayOf(approvedAt);
        LocalDate lastDay = calendar.businessDayAfter(approvedOn, businessDays);
        return new SettlementTerms(
                approvedOn,
                lastDay,
                endOf(calendar.businessDayAfter(approvedOn, warningDays)),
                endOf(lastDay),
                calendar.version());
    }

    /** Tehran's day at an instant. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Whether a settlement at an instant keeps the deadline: the deadline itself does not. */
    public boolean isKeptBy(Instant settledAt) {
        return settledAt.isBefore(deadline);
    }

    /** How many business days have begun between the deadline and a settlement that missed it; at least 1 (P6). */
    public int lateBy(Instant settledAt, BusinessCalendar calendar) {
        return Math.max(1, calendar.businessDaysBetween(lastDay, dayOf(settledAt)));
    }

    /** How many business days are left after the day of an instant; 0 on the last one and after it. */
    public int daysLeft(Instant now, BusinessCalendar calendar) {
        return calendar.businessDaysBetween(dayOf(now), lastDay);
    }
}
