package dev.creatorledger.query.earnings;

import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Where the month is heading (A12): income so far × length of the month / time elapsed, rounded down.
 *
 * @param month the UTC month, such as {@code 2026-01}
 * @param soFar the creator's income of the month so far, open and sealed windows
 * @param estimatedMonthEnd the income of the whole month, if it goes on like this
 * @param elapsedShare the part of the month that has passed, rounded down to 4 decimals
 * @param isEstimate always: it promises nothing
 */
public record MonthEstimate(
        String month, MoneyJson soFar, MoneyJson estimatedMonthEnd, BigDecimal elapsedShare, boolean isEstimate) {

    private static final int SHARE_DECIMALS = 4;

    /**
     * The estimate at an instant; in the first millisecond of a month nothing has elapsed, and it is what there is.
     */
    static MonthEstimate at(Instant now, Total soFar) {
        YearMonth month = monthOf(now);
        long begin = millis(month);
        long length = millis(month.plusMonths(1)) - begin;
        long elapsed = now.toEpochMilli() - begin;
        BigInteger monthEnd = elapsed == 0
                ? soFar.micros()
                : soFar.micros().multiply(BigInteger.valueOf(length)).divide(BigInteger.valueOf(elapsed));
        BigDecimal share =
                BigDecimal.valueOf(elapsed).divide(BigDecimal.valueOf(length), SHARE_DECIMALS, RoundingMode.FLOOR);
        return new MonthEstimate(
                month.toString(),
                MoneyJson.of(soFar),
                MoneyJson.of(Total.ofMicros(monthEnd, soFar.currency())),
                share,
                true);
    }

    /** The UTC month of an instant. */
    static YearMonth monthOf(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    private static long millis(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
