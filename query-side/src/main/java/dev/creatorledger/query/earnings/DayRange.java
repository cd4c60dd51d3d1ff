package dev.creatorledger.query.earnings;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The UTC days that a query is about.
 *
 * @param first the first day
 * @param last the last day, included; before the first if there is none
 */
record DayRange(LocalDate first, LocalDate last) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** No day at all. */
    static final DayRange NONE = new DayRange(LATEST, EARLIEST);

    /** How many days with earnings a query can span. */
    static final int MAX_DAYS = 4_000;

    /**
     * Reads {@code from} and {@code to}: each a day ({@code 2026-01-31}, included), a month ({@code 2026-01}, from its
     * first and to its last day), or an instant (from its day on, to the moment before it). Absent ends are open.
     *
     * @throws Refusal INVALID_FIELD if one is malformed, or the last day comes before the first
     */
    static DayRange parse(@Nullable String from, @Nullable String to) {
        LocalDate first = from == null ? EARLIEST : day("from", from, false);
        LocalDate last = to == null ? LATEST : day("to", to, true);
        if (last.isBefore(first)) {
            throw malformed("to", "no earlier than from");
        }
        return new DayRange(first, last);
    }

    private static LocalDate day(String field, String text, boolean end) {
        try {
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return end ? month.atEndOfMonth() : month.atDay(1);
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
            Instant instant = Instant.parse(text);
            return LocalDate.ofInstant(end ? instant.minusNanos(1) : instant, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw malformed(field, "a day such as 2026-01-31");
        }
    }

    private static Refusal malformed(String field, String required) {
        return new Refusal(
                ErrorCode.INVALID_FIELD, field + " must be " + required, List.of(Violation.field(field, required)));
    }

    /** Whether both ends were left open. */
    boolean isOpen() {
        return isOpenAtStart() && last.equals(LATEST);
    }

    /** Whether the caller named no first day. */
    boolean isOpenAtStart() {
        return first.equals(EARLIEST);
    }

    /** The part of it that lies between two days, both included. */
    DayRange within(LocalDate earliest, LocalDate latest) {
        return new DayRange(first.isBefore(earliest) ? earliest : first, last.isAfter(latest) ? latest : last);
    }

    /** The part of it that begins with a day. */
    DayRange from(LocalDate day) {
        return within(day, last);
    }

    boolean isEmpty() {
        return last.isBefore(first);
    }

    long days() {
        return isEmpty() ? 0 : last.toEpochDay() - first.toEpochDay() + 1;
    }

    /** The end of it, of so many days at most. */
    DayRange last(int days) {
        return days() > days ? new DayRange(last.minusDays(days - 1L), last) : this;
    }

    /**
     * Checks its length.
     *
     * @throws Refusal INVALID_FIELD if it is longer
     */
    DayRange atMost(int days) {
        if (days() > days) {
            throw malformed("to", "at most " + days + " days from from on");
        }
        return this;
    }
}
