package dev.creatorledger.query.earnings;

import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Earnings per thousand views, rounded down to the micro (A12). */
final class Rpm {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    private Rpm() {}

    /** The figure of some rial micros and views; null without views. The product may need more than 64 bits. */
    static @Nullable MoneyJson of(long micros, long views) {
        if (views <= 0) {
            return null;
        }
        return rial(BigInteger.valueOf(micros).multiply(THOUSAND).divide(BigInteger.valueOf(views)));
    }

    /** Rial micros of any size as callers read them. */
    static MoneyJson rial(BigInteger micros) {
        String amount = new BigDecimal(micros, 6).stripTrailingZeros().toPlainString();
        return new MoneyJson(amount, "IRR");
    }
}
