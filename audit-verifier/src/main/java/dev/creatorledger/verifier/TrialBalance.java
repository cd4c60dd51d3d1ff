package dev.creatorledger.verifier;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sums of all postings, in whole micros of any size: by account, and all debits and all credits by currency. */
final class TrialBalance {

    private static final int DECIMALS = 6;

    /** By currency, then by account: debit positive. */
    private final Map<String, Map<String, BigInteger>> balances = new TreeMap<>();

    private final Map<String, BigInteger> debits = new TreeMap<>();
    private final Map<String, BigInteger> credits = new TreeMap<>();

    /** Adds the postings of an event; gives the currency in which they do not balance, or the empty text. */
    String add(List<Posting> postings) {
        Map<String, Long> sums = new TreeMap<>();
        for (Posting posting : postings) {
            BigInteger micros = BigInteger.valueOf(posting.micros());
            balances.computeIfAbsent(posting.currency(), code -> new TreeMap<>())
                    .merge(posting.account(), micros, BigInteger::add);
            (posting.micros() > 0 ? debits : credits).merge(posting.currency(), micros.abs(), BigInteger::add);
            sums.merge(posting.currency(), posting.micros(), Math::addExact);
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** As decimal numbers, one account to a line. */
    String asText() {
        StringBuilder text = new StringBuilder();
        balances.forEach((currency, accounts) -> {
            text.append("  ").append(currency).append('\n');
            accounts.forEach((account, balance) -> line(text, account, balance));
            BigInteger debit = sum(debits, currency);
            BigInteger credit = sum(credits, currency);
            line(text, "debits", debit);
            line(text, "credits", credit);
            line(text, "difference", debit.subtract(credit));
        });
        return text.toString();
    }

    private static void line(StringBuilder text, String name, BigInteger micros) {
        text.append("    ").append(name).append(" ".repeat(Math.max(1, 56 - name.length())));
        text.append(decimal(micros)).append('\n');
    }

    private static String decimal(BigInteger micros) {
        BigDecimal decimal = new BigDecimal(micros, DECIMALS).stripTrailingZeros();
        return (decimal.scale() < 0 ? decimal.setScale(0) : decimal).toPlainString();
    }

    private static BigInteger sum(Map<String, BigInteger> sums, String currency) {
        return sums.getOrDefault(currency, BigInteger.ZERO);
    }

    /**
     * The first difference to what the service has told under {@code /v1/audit/trial-balance}; empty if there is none.
     *
     * @throws Malformed if it is no such answer
     */
    String differenceTo(Map<String, Object> told) {
        Map<String, BigInteger> theirs = new TreeMap<>();
        for (Object item : Fields.list(told, "accounts")) {
            Map<String, Object> account = Fields.object(item, "account");
            theirs.put(
                    Fields.text(account, "currency") + ' ' + Fields.text(account, "account"),
                    micros(account, "balance"));
        }
        for (Object item : Fields.list(told, "currencies")) {
            Map<String, Object> currency = Fields.object(item, "currency");
            String code = Fields.text(currency, "currency");
            theirs.put(code + " debits", micros(currency, "debits"));
            theirs.put(code + " credits", micros(currency, "credits"));
        }
        return difference(ours(), theirs);
    }

    private Map<String, BigInteger> ours() {
        Map<String, BigInteger> ours = new TreeMap<>();
        balances.forEach((currency, accounts) -> {
            accounts.forEach((account, balance) -> ours.put(currency + ' ' + account, balance));
            ours.put(currency + " debits", sum(debits, currency));
            ours.put(currency + " credits", sum(credits, currency));
        });
        return ours;
    }

    private static String difference(Map<String, BigInteger> ours, Map<String, BigInteger> theirs) {
        Map<String, BigInteger> all = new TreeMap<>(theirs);
        all.putAll(ours);
        for (String name : all.keySet()) {
            BigInteger here = sum(ours, name);
            BigInteger there = sum(theirs, name);
            if (!here.equals(there)) {
                return name + " is " + decimal(here) + " by the events, and " + decimal(there) + " as told";
            }
        }
        return "";
    }

    private static BigInteger micros(Map<String, Object> object, String field) {
        String amount = Fields.text(Fields.object(object, field), "amount");
        try {
            return new BigDecimal(amount).movePointRight(DECIMALS).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Malformed("there is no amount in " + field);
        }
    }
}
