package dev.creatorledger.command.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads instants of RFC 3339 in UTC, without what a general parser of dates costs. */
final class Rfc3339 {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int FRACTION = 20;
    private static final int MAX_FRACTION = 9;
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";

    private Rfc3339() {}

    /** The instant, or {@code null} if the text is none, is not in UTC, or is finer than a nanosecond. */
    static @Nullable Instant parse(String text) {
        int end = zone(text);
        if (end < PATTERN.length() || !hasShape(text)) {
            return null;
        }
        int nanos = end == PATTERN.length() ? 0 : nanos(text, end);
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (nanos < 0 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + (hour * 60L + minute) * 60L + second, nanos);
    }

    /** Where the zone begins, or -1 if there is none or it is not UTC. */
    private static int zone(String text) {
        int last = text.length() - 1;
        if (last > 0 && (text.charAt(last) == 'Z' || text.charAt(last) == 'z')) {
            return last;
        }
        return text.endsWith("+00:00") ? text.length() - "+00:00".length() : -1;
    }

    private static boolean hasShape(String text) {
        for (int i = 0; i < PATTERN.length(); i++) {
            char expected = PATTERN.charAt(i);
            char actual = text.charAt(i);
            boolean fits =
                    switch (expected) {
                        case 'd' -> isDigit(actual);
                        case 'T' -> actual == 'T' || actual == 't';
                        default -> actual == expected;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String text, int end) {
        int digits = end - FRACTION;
        if (text.charAt(FRACTION - 1) != '.' || digits < 1 || digits > MAX_FRACTION) {
            return -1;
        }
        int nanos = 0;
        for (int i = 0; i < MAX_FRACTION; i++) {
            char digit = i < digits ? text.charAt(FRACTION + i) : '0';
            if (!isDigit(digit)) {
                return -1;
            }
            nanos = nanos * 10 + (digit - '0');
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
