package dev.creatorledger.platform.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Instants as {@link Instant#toString()} writes those of the years 0 to 9999: {@code 2026-01-15T05:30:00.123Z}. */
final class EpochText {

    private static final int DAY = 0;
    private static final int TIME = 11;
    private static final int FRACTION = 20;
    private static final int SHORTEST = FRACTION;
    private static final int LONGEST = FRACTION + 10;
    private static final int SECONDS_PER_DAY = 86_400;

    private EpochText() {}

    /** The instant, or {@code null} if the text has any other form or names no instant. */
    static @Nullable Instant parse(String text) {
        int end = text.length() - 1;
        if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(end) != 'Z') {
            return null;
        }
        long day = day(text);
        int second = second(text);
        int nano = nano(text, end);
        return day == Long.MIN_VALUE || second < 0 || nano < 0
                ? null
                : Instant.ofEpochSecond(day * SECONDS_PER_DAY + second, nano);
    }

    private static long day(String text) {
        int year = number(text, DAY, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        boolean valid = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return valid ? LocalDate.of(year, month, day).toEpochDay() : Long.MIN_VALUE;
    }

    private static int second(String text) {
        int hour = number(text, TIME, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean valid = hour >= 0
                && hour <= 23
                && minute >= 0
                && minute <= 59
                && second >= 0
                && second <= 59
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        return valid ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static int nano(String text, int end) {
        int digits = end - FRACTION;
        if (digits < 0) {
            return 0; // no fraction: the Z stands where its point would
        }
        int nano = digits == 0 || text.charAt(FRACTION - 1) != '.' ? -1 : number(text, FRACTION, digits);
        for (int i = digits; i < 9 && nano > 0; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** So many decimal digits as a number; -1 if others are among them. */
    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
