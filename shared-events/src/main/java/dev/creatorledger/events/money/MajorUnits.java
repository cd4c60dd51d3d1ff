package dev.creatorledger.events.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimal strings of major units: read into micros exactly, without any intermediate number type, and written (M1). */
final class MajorUnits {

    /** How many decimals micros have. */
    static final int DECIMALS = 6;

    private MajorUnits() {}

    /** Micros as a decimal number of major units, without needless zeros and without an exponent. */
    static String text(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros().toPlainString();
    }

    /** Micros of any size likewise. */
    static String text(BigInteger micros) {
        return new BigDecimal(micros, DECIMALS).stripTrailingZeros().toPlainString();
    }

    /** The micros of a plain decimal number: an optional minus, digits, and at most six decimals. */
    static long toMicros(String amount) {
        int at = amount.startsWith("-") ? 1 : 0;
        int point = amount.indexOf('.');
        int end = point < 0 ? amount.length() : point;
        int decimals = point < 0 ? 0 : amount.length() - point - 1;
        if (end == at || (point >= 0 && decimals == 0) || decimals > DECIMALS) {
            throw new NumberFormatException("not a decimal number with at most 6 decimals");
        }
        // Negative while it is gathered, because the most negative number has no positive twin.
        long micros = digits(amount, at, end, 0);
        if (point >= 0) {
            micros = digits(amount, point + 1, amount.length(), micros);
        }
        for (int i = decimals; i < DECIMALS; i++) {
            micros = Math.multiplyExact(micros, 10L);
        }
        return at == 1 ? micros : Math.negateExact(micros);
    }

    private static long digits(String amount, int from, int to, long start) {
        long micros = start;
        for (int i = from; i < to; i++) {
            int digit = amount.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a decimal number with at most 6 decimals");
            }
            micros = Math.subtractExact(Math.multiplyExact(micros, 10L), digit);
        }
        return micros;
    }
}
