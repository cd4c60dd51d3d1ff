package dev.creatorledger.command.policy;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures that a caller gives of a policy: any of them, and none that the policy does not have. What fails is
 * noted with the fields of the request; what is absent is null, and stays as it was.
 */
final class Figures {

    private static final String VALUES = "values";

    /** More than there are countries or currencies. */
    private static final int MOST_ENTRIES = 300;

    /** How many unknown figures are named: enough to see what is wrong. */
    private static final int MOST_UNKNOWN = 20;

    private final Fields fields;
    private final Map<String, Object> unread;

    Figures(@Nullable Map<String, @Nullable Object> values, Fields fields) {
        this.fields = fields;
        this.unread = new LinkedHashMap<>();
        if (values == null || values.isEmpty()) {
            fields.refuse(VALUES, "an object with at least one figure");
        } else {
            values.forEach((name, value) -> unread.put(name, value == null ? "null" : value));
        }
    }

    private static String field(String name) {
        return VALUES + "." + name;
    }

    /** A whole number in a range, both ends included. */
    @Nullable
    Long whole(String name, long min, long max) {
        Object value = unread.remove(name);
        return value == null ? null : (Long) fields.number(field(name), number(value), min, max);
    }

    /** A whole number in a range that fits 32 bits. */
    @Nullable
    Integer small(String name, int min, int max) {
        Long value = whole(name, min, max);
        return value == null ? null : (Integer) Math.toIntExact(value);
    }

    private static @Nullable Long number(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof BigInteger ? (Long) Long.MAX_VALUE : null;
    }

    /** Days that follow one another, each within a range. */
    @Nullable
    List<Integer> days(String name, int atMost, int max) {
        Object value = unread.remove(name);
        if (value == null) {
            return null;
        }
        List<Integer> days = new ArrayList<>();
        boolean wellFormed = value instanceof List<?> given && given.size() <= atMost;
        if (wellFormed) {
            for (Object each : (List<?>) value) {
                Long day = each == null ? null : number(each);
                int last = days.isEmpty() ? 0 : days.get(days.size() - 1);
                wellFormed &= day != null && day > last && day <= max;
                days.add(day == null || day > max ? max : (Integer) Math.toIntExact(Math.max(0, day)));
            }
        }
        if (!wellFormed) {
            fields.refuse(
                    field(name), "at most " + atMost + " days of 1 to " + max + ", each later than the one before");
        }
        return days;
    }

    /** Countries by their ISO 3166 codes, at least one. */
    @Nullable
    Set<String> countries(String name) {
        Object value = unread.remove(name);
        if (value == null) {
            return null;
        }
        Set<String> countries = new LinkedHashSet<>();
        if (value instanceof List<?> given && isOfSomeSize(given.size())) {
            given.forEach(
                    each -> countries.add(fields.country(field(name), each instanceof String code ? code : null)));
        } else {
            fields.refuse(field(name), "a list of ISO 3166 countries");
        }
        return countries;
    }

    /** Amounts by currency, each in the currency that it stands under and not below zero. */
    @Nullable
    Map<Currency, Money> amounts(String name) {
        Object value = unread.remove(name);
        if (value == null) {
            return null;
        }
        Map<Currency, Money> amounts = new HashMap<>();
        if (value instanceof Map<?, ?> given && isOfSomeSize(given.size())) {
            given.forEach((code, amount) -> amount(field(name), String.valueOf(code), amount, amounts));
        } else {
            fields.refuse(field(name), "an object with an amount for each of its currencies");
        }
        return amounts;
    }

    private void amount(String of, String code, @Nullable Object value, Map<Currency, Money> amounts) {
        String field = of + "." + code;
        Money money = fields.money(field, moneyOf(value));
        if (money.isNegative() || !money.currency().getCurrencyCode().equals(code)) {
            fields.refuse(field, "an amount of " + code + " that is not below zero");
        }
        amounts.put(money.currency(), money);
    }

    private static @Nullable MoneyJson moneyOf(@Nullable Object value) {
        return value instanceof Map<?, ?> given
                        && given.get("amount") instanceof String amount
                        && given.get("currency") instanceof String currency
                ? new MoneyJson(amount, currency)
                : null;
    }

    private static boolean isOfSomeSize(int size) {
        return size > 0 && size <= MOST_ENTRIES;
    }

    /** Notes figures that nobody has asked for. */
    void noOthers() {
        unread.keySet().stream()
                .limit(MOST_UNKNOWN)
                .forEach(name -> fields.refuse(field(name), "a figure of this policy"));
    }
}
