package dev.creatorledger.platform.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the service's clock is moved from the machine's, to rehearse the future on a copy of the data.
 *
 * <p>Both parts are added once, when the clock is made: a clock that added a month anew at each reading would jump
 * back at the end of months.
 *
 * @param period years, months and days by the UTC calendar
 * @param duration hours, minutes and seconds
 */
public record ClockOffset(Period period, Duration duration) {

    /** The machine's own time. */
    public static final ClockOffset NONE = new ClockOffset(Period.ZERO, Duration.ZERO);

    private static final Pattern ISO_8601 = Pattern.compile("([-+]?)(P(?=[-+\\dT])[^T]*)(T.+)?");

    /**
     * Reads an ISO 8601 duration such as {@code P121D}, {@code PT36H} or {@code P1M2DT3H}; a leading minus moves the
     * clock back.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ClockOffset parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        Matcher parts = ISO_8601.matcher(text.strip());
        if (!parts.matches()) {
            throw malformed(text);
        }
        try {
            String date = parts.group(2);
            Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
            Duration duration = parts.group(3) == null ? Duration.ZERO : Duration.parse("P" + parts.group(3));
            boolean back = "-".equals(parts.group(1));
            return new ClockOffset(back ? period.negated() : period, back ? duration.negated() : duration);
        } catch (DateTimeException | ArithmeticException e) {
            throw malformed(text);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "LEDGER_CLOCK_OFFSET is not an ISO 8601 duration such as P121D, PT36H or P1M2DT3H: " + text);
    }

    /** Whether nothing is moved. */
    public boolean isZero() {
        return period.isZero() && duration.isZero();
    }

    /**
     * A clock that shows the machine's time moved by this much.
     *
     * @throws IllegalArgumentException if the moved time lies outside the years 1970 to 9999
     */
    public Clock applyTo(Clock machine) {
        if (isZero()) {
            return machine;
        }
        Instant now = machine.instant();
        try {
            Instant moved =
                    now.atOffset(ZoneOffset.UTC).plus(period).plus(duration).toInstant();
            if (moved.isBefore(Instant.EPOCH) || moved.atOffset(ZoneOffset.UTC).getYear() > 9999) {
                throw outOfRange();
            }
            return Clock.offset(machine, Duration.between(now, moved));
        } catch (DateTimeException | ArithmeticException e) {
            throw outOfRange();
        }
    }

    private static IllegalArgumentException outOfRange() {
        return new IllegalArgumentException("LEDGER_CLOCK_OFFSET moves the clock out of the years 1970 to 9999");
    }

    @Override
    public String toString() {
        if (period.isZero()) {
            return duration.toString();
        }
        return duration.isZero()
                ? period.toString()
                : period + duration.toString().substring(1);
    }
}
