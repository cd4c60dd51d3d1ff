package dev.creatorledger.verifier;

import dev.creatorledger.verifier.ExportedEvent.Part;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Instants in the one way that {@link java.time.Instant#toString()} writes them, to the microsecond. */
final class RecordedAt {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int MICROS_OF_SECOND = 1_000_000;
    private static final int WHOLE_SECONDS = 20;
    private static final int MILLIS = 24;
    private static final int MICROS = 27;
    private static final int FRACTION = 20;

    private RecordedAt() {}

    /**
     * Microseconds since 1970.
     *
     * @throws Malformed if it is written in any other way, or names no instant
     */
    static long micros(byte[] line, Part part) {
        int length = part.to() - part.from();
        if (length != WHOLE_SECONDS && length != MILLIS && length != MICROS) {
            throw malformed(line, part);
        }
        try {
            long day = LocalDate.of(number(line, part, 0, 4), number(line, part, 5, 2), number(line, part, 8, 2))
                    .toEpochDay();
            int hour = number(line, part, 11, 2);
            int minute = number(line, part, 14, 2);
            int second = number(line, part, 17, 2);
            if (hour > 23 || minute > 59 || second > 59 || !isPunctuated(line, part, length)) {
                throw malformed(line, part);
            }
            long seconds = day * SECONDS_OF_DAY + (hour * 60L + minute) * 60 + second;
            return seconds * MICROS_OF_SECOND + fraction(line, part, length);
        } catch (DateTimeException e) {
            throw malformed(line, part);
        }
    }

    private static boolean isPunctuated(byte[] line, Part part, int length) {
        return is(line, part, 4, '-')
                && is(line, part, 7, '-')
                && is(line, part, 10, 'T')
                && is(line, part, 13, ':')
                && is(line, part, 16, ':')
                && is(line, part, length - 1, 'Z')
                && (length == WHOLE_SECONDS || is(line, part, FRACTION - 1, '.'));
    }

    private static boolean is(byte[] line, Part part, int offset, char c) {
        return line[part.from() + offset] == c;
    }

    private static int fraction(byte[] line, Part part, int length) {
        if (length == WHOLE_SECONDS) {
            return 0;
        }
        int digits = length - 1 - FRACTION;
        int value = number(line, part, FRACTION, digits);
        // Three digits that say nothing are left out.
        if (value % 1_000 == 0 && (digits > 3 || value == 0)) {
            throw malformed(line, part);
        }
        return digits == 3 ? 1_000 * value : value;
    }

    private static int number(byte[] line, Part part, int offset, int digits) {
        int value = 0;
        for (int at = part.from() + offset; at < part.from() + offset + digits; at++) {
            if (line[at] < '0' || line[at] > '9') {
                throw malformed(line, part);
            }
            value = 10 * value + line[at] - '0';
        }
        return value;
    }

    private static Malformed malformed(byte[] line, Part part) {
        return new Malformed("this is no time as an export writes it: "
                + new String(line, part.from(), part.to() - part.from(), StandardCharsets.UTF_8));
    }
}
