package dev.creatorledger.query.panel.page;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;

/**
 * Figures, amounts, days and times as a language writes them; templates know it as {@code f}. Amounts of rial are told
 * in toman in Persian, ten rial each (M2), and under their ISO code elsewhere.
 */
public final class Formats {

    private static final String RIAL = "IRR";
    private static final int MICROS = 6;
    private static final int CENTS = 2;
    private static final int MONTH_LENGTH = "2026-01".length();
    private static final TimeZone UTC = TimeZone.getTimeZone("Etc/UTC");
    private static final TimeZone TEHRAN = TimeZone.getTimeZone("Asia/Tehran");

    /** A minus that is one, and not a hyphen. */
    private static final String MINUS = "\u2212";

    private static final String LEFT_TO_RIGHT = "\u2066";
    private static final String END_OF_ISOLATE = "\u2069";
    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    /** The message of a key, around figures. */
    @FunctionalInterface
    interface Words {

        /** The message. */
        String of(String key, Object... figures);
    }

    private final Language language;
    private final Words words;
    private final LocalizedNumberFormatter numbers;
    private final DateFormat days;
    private final DateFormat shortDays;
    private final DateFormat months;
    private final DateFormat times;
    private final DateFormat hours;

    /**
     * Those of a language.
     *
     * @param words the message of a key around a figure
     */
    Formats(Language language, Words words) {
        this.language = language;
        this.words = words;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.formats());
        if (symbols.getMinusSignString().equals("-")) {
            symbols.setMinusSignString(MINUS);
        }
        numbers = NumberFormatter.withLocale(language.formats()).symbols(symbols);
        days = dates("yMMMd", UTC);
        shortDays = dates("MMMd", UTC);
        months = dates("yMMMM", UTC);
        times = dates("yMMMdHm", TEHRAN);
        hours = dates("yMMMdHm", UTC);
    }

    private DateFormat dates(String skeleton, TimeZone zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.formats());
        format.setTimeZone(zone);
        return format;
    }

    /** A whole number. */
    public String number(long value) {
        return numbers.format(value).toString();
    }

    /** A number with its decimals, as many as it has. */
    public String decimal(BigDecimal value) {
        return numbers.precision(Precision.maxFraction(MICROS)).format(value).toString();
    }

    /** A part of a whole in percent, rounded down to one decimal; of nothing there is no part. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return words.of("figure.none");
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.FLOOR);
        return percent(percent);
    }

    /** A share in basis points, in percent. */
    public String basisPoints(long bps) {
        return percent(BigDecimal.valueOf(bps, CENTS));
    }

    /** A share of 1, in percent. */
    public String share(BigDecimal share) {
        return percent(share.movePointRight(CENTS));
    }

    private String percent(BigDecimal percent) {
        return numbers.unit(MeasureUnit.PERCENT)
                .precision(Precision.maxFraction(CENTS))
                .format(percent)
                .toString();
    }

    /** An amount to its smallest payable unit, rounded down, with its currency. */
    public String money(MoneyJson money) {
        boolean rial = money.currency().equals(RIAL);
        BigDecimal amount = new BigDecimal(money.amount()).setScale(rial ? 0 : CENTS, RoundingMode.FLOOR);
        return written(amount, money.currency(), rial ? 0 : CENTS, rial ? 0 : CENTS);
    }

    /** An amount with all its decimals, with its currency. */
    public String exact(MoneyJson money) {
        boolean rial = money.currency().equals(RIAL);
        return written(new BigDecimal(money.amount()), money.currency(), rial ? 0 : CENTS, MICROS);
    }

    private String written(BigDecimal amount, String currency, int atLeast, int atMost) {
        if (language == Language.FA && currency.equals(RIAL)) {
            String toman = numbers.precision(Precision.minMaxFraction(atLeast, atMost + 1))
                    .format(amount.movePointLeft(1))
                    .toString();
            return words.of("money.toman", amount.signum() < 0 ? isolated(toman) : toman);
        }
        return numbers.unit(Currency.getInstance(currency))
                .unitWidth(UnitWidth.ISO_CODE)
                .precision(Precision.minMaxFraction(atLeast, atMost))
                .format(amount)
                .toString();
    }

    /** A number with its sign, which does not turn round the words beside it. */
    private static String isolated(String number) {
        return LEFT_TO_RIGHT + number.replace(LEFT_TO_RIGHT_MARK, "") + END_OF_ISOLATE;
    }

    /** What amounts of a currency are told in, alone. */
    public String currency(String code) {
        return language == Language.FA && code.equals(RIAL) ? words.of("money.toman.alone") : code;
    }

    /** The figure of a chart: an amount in the unit that {@link #currency} names, with a point and without groups. */
    public String plot(MoneyJson money) {
        BigDecimal amount = new BigDecimal(money.amount());
        boolean toman = language == Language.FA && money.currency().equals(RIAL);
        return (toman ? amount.movePointLeft(1) : amount).toPlainString();
    }

    /** Whether an amount is below zero. */
    public boolean isNegative(MoneyJson money) {
        return new BigDecimal(money.amount()).signum() < 0;
    }

    /** A day. */
    public String day(LocalDate day) {
        return at(days, start(day));
    }

    /** A day without its year. */
    public String shortDay(LocalDate day) {
        return at(shortDays, start(day));
    }

    /** A Gregorian month; where another calendar is used, from which day to which. */
    public String month(YearMonth month) {
        return language == Language.FA
                ? words.of("period.days", day(month.atDay(1)), day(month.atEndOfMonth()))
                : at(months, start(month.atDay(1)));
    }

    /** A period as reports name it: {@code 2026-01-31} or {@code 2026-01}. */
    public String period(String period) {
        return period.length() == MONTH_LENGTH ? month(YearMonth.parse(period)) : day(LocalDate.parse(period));
    }

    /** A period without its year, for a chart. */
    public String shortPeriod(String period) {
        return period.length() == MONTH_LENGTH ? month(YearMonth.parse(period)) : shortDay(LocalDate.parse(period));
    }

    /** A time in Tehran, whose business days deadlines are counted in (P5); it says so. */
    public String time(Instant instant) {
        return words.of("time.tehran", at(times, instant));
    }

    /** A time in UTC, whose hours and days income is counted in; it says so. */
    public String utc(Instant instant) {
        return words.of("time.utc", at(hours, instant));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A copy: a format of ICU remembers what it is at. */
    private static String at(DateFormat format, Instant instant) {
        return format.clone().format(Date.from(instant));
    }
}
