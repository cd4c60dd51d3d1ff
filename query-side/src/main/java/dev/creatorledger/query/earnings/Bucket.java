package dev.creatorledger.query.earnings;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The length of the periods that days are summed up in. */
enum Bucket {
    DAY,
    MONTH;

    /**
     * Reads {@code by}; a day if it is absent.
     *
     * @throws Refusal INVALID_FIELD if it is neither
     */
    static Bucket parse(@Nullable String text) {
        if (text == null || text.equals("day")) {
            return DAY;
        }
        if (text.equals("month")) {
            return MONTH;
        }
        throw new Refusal(
                ErrorCode.INVALID_FIELD, "by must be day or month", List.of(Violation.field("by", "day or month")));
    }

    /** The name of the period that a day belongs to; names sort as periods do. */
    String periodOf(LocalDate day) {
        return this == DAY ? day.toString() : YearMonth.from(day).toString();
    }

    /** The first day after a period. */
    LocalDate dayAfter(String period) {
        return this == DAY
                ? LocalDate.parse(period).plusDays(1)
                : YearMonth.parse(period).plusMonths(1).atDay(1);
    }
}
