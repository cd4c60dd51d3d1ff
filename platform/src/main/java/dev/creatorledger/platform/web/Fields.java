package dev.creatorledger.platform.web;

import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a request and gathers everything that fails, so that a caller hears of all of it at once.
 *
 * <p>A check that fails gives a stand-in of the field's type; {@link #check()} comes before anything is done with it.
 */
public final class Fields {

    private static final Pattern INSTANT = Pattern.compile(
            "(?!0000)\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):\\d{2}:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final List<Violation> violations = new ArrayList<>();

    /** Text of 1 to {@code max} characters, not blank, without control characters and halves of characters. */
    public String text(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank() || value.codePointCount(0, value.length()) > max || !isWritable(value)) {
            return failed(field, "text of 1 to " + max + " characters", "");
        }
        return value;
    }

    /** Text as {@link #text}, or null if the field is absent. */
    public @Nullable String optionalText(String field, @Nullable String value, int max) {
        return value == null ? null : text(field, value, max);
    }

    /** An identifier, by its type's constructor. */
    public <T> @Nullable T optionalId(String field, @Nullable String value, Function<String, T> type) {
        if (value == null) {
            return null;
        }
        if (value.equals(".") || value.equals("..")) { // no path can name it: they are steps there (RFC 3986, 5.2.4)
            violations.add(Violation.field(field, "an id other than . and .."));
            return null;
        }
        try {
            return type.apply(value);
        } catch (IllegalArgumentException e) {
            boolean misshapen = e instanceof MalformedIdException;
            violations.add(
                    Violation.field(field, misshapen ? MalformedIdException.REQUIRED : String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** An identifier, by its type's constructor; {@code standIn} is a well-formed one to go on with. */
    public <T> T id(String field, @Nullable String value, Function<String, T> type, T standIn) {
        T id = optionalId(field, value == null ? "" : value, type);
        return id == null ? standIn : id;
    }

    /** A whole number in a range, both ends included. */
    public long number(String field, @Nullable Long value, long min, long max) {
        return value == null || value < min || value > max
                ? failed(field, "a whole number from " + min + " to " + max, min)
                : value;
    }

    /** A whole number in a range, both ends included. */
    public int number(String field, @Nullable Integer value, int min, int max) {
        return value == null || value < min || value > max
                ? failed(field, "a whole number from " + min + " to " + max, min)
                : value;
    }

    /** Whether something is so; no, if the field is absent. */
    public boolean flag(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /** A constant of an enum, by its name. */
    public <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        return failed(field, "one of " + Arrays.toString(constants), constants[0]);
    }

    /** A currency, by its ISO 4217 code. */
    public Currency currency(String field, @Nullable String code) {
        Currency currency = code == null ? null : currencyOf(code);
        return currency == null ? failed(field, "an ISO 4217 currency", Money.IRR) : currency;
    }

    /** A country, by its ISO 3166 code of two letters. */
    public String country(String field, @Nullable String code) {
        if (code == null || !COUNTRIES.contains(code)) {
            return failed(field, "an ISO 3166 country of two letters", "");
        }
        return code;
    }

    /** An amount, exact; both parts of it text. */
    public Money money(String field, @Nullable MoneyJson value) {
        String required = "money, such as {\"amount\": \"1234.5\", \"currency\": \"IRR\"}";
        Currency currency = value == null || value.currency() == null ? null : currencyOf(value.currency());
        if (value == null || currency == null || value.amount() == null) {
            return failed(field, required, Money.zero(Money.IRR));
        }
        try {
            return Money.ofMajor(value.amount(), currency);
        } catch (NumberFormatException | ArithmeticException e) {
            return failed(field, required + " with at most 6 decimals", Money.zero(currency));
        }
    }

    /** A moment: RFC 3339, with Z or an offset. */
    public Instant instant(String field, @Nullable String value) {
        Instant instant = value == null ? null : instantOf(value);
        return instant == null
                ? failed(field, "an RFC 3339 instant such as 2026-01-31T05:00:00Z", Instant.EPOCH)
                : instant;
    }

    /** A moment as {@link #instant}, or null if the field is absent. */
    public @Nullable Instant optionalInstant(String field, @Nullable String value) {
        return value == null ? null : instant(field, value);
    }

    /** Where a period begins: a moment, or a day, whose 00:00 UTC is meant; null if the field is absent. */
    public @Nullable Instant optionalBeginning(String field, @Nullable String value) {
        return border(field, value, 0);
    }

    /** Where a period ends, exclusive: a moment, or a day, which is a part of it; null if the field is absent. */
    public @Nullable Instant optionalEnd(String field, @Nullable String value) {
        return border(field, value, 1);
    }

    private @Nullable Instant border(String field, @Nullable String value, int days) {
        return value != null && DATE.matcher(value).matches()
                ? date(field, value).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                : optionalInstant(field, value);
    }

    /** A day such as {@code 2026-01-31}. */
    public LocalDate date(String field, @Nullable String value) {
        if (value != null && DATE.matcher(value).matches()) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                // said below, as for text of another form
            }
        }
        return failed(field, "a day such as 2026-01-31", LocalDate.EPOCH);
    }

    /** Notes that a field fails for a reason of its own. */
    public void refuse(String field, String required) {
        violations.add(Violation.field(field, required));
    }

    /**
     * Ends the checking.
     *
     * @throws Refusal INVALID_FIELD with everything that failed
     */
    public void check() {
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            throw new Refusal(ErrorCode.INVALID_FIELD, first.field() + " must be " + first.required(), violations);
        }
    }

    private <T> T failed(String field, String required, T standIn) {
        violations.add(Violation.field(field, required));
        return standIn;
    }

    /** A half of a surrogate pair has no form in UTF-8: each store would keep another thing in its place. */
    private static boolean isWritable(String value) {
        return value.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    /** Metals, units of account and the codes for testing and for none have no smallest unit: nobody is paid in them. */
    private static @Nullable Currency currencyOf(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant instantOf(String value) {
        if (!INSTANT.matcher(value).matches()) {
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
