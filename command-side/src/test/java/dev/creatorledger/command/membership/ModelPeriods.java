package dev.creatorledger.command.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The billing periods of a membership as the rules tell them, counted on the calendar (B11). */
record ModelPeriods(Instant joinedAt) {

    /** The start of a period: so many months after joining, on the last day of the month if it is too short (B11). */
    Instant start(int number) {
        LocalDate day = LocalDate.ofInstant(joinedAt, ZoneOffset.UTC);
        LocalTime time = LocalTime.ofInstant(joinedAt, ZoneOffset.UTC);
        int months = day.getYear() * 12 + day.getMonthValue() - 1 + number;
        YearMonth month = YearMonth.of(months / 12, months % 12 + 1);
        LocalDate begins = month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
        return begins.atTime(time).toInstant(ZoneOffset.UTC);
    }

    int firstStartFrom(Instant at) {
        int number = 0;
        while (start(number).isBefore(at)) {
            number++;
        }
        return number;
    }

    int periodAt(Instant at) {
        int number = 0;
        while (!start(number + 1).isAfter(at)) {
            number++;
        }
        return number;
    }
}
