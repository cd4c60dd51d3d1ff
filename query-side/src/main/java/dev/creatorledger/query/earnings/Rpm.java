package dev.creatorledger.query.earnings;

import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Earnings per thousand views, rounded down to the micro (A12). */
final class Rpm {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    private Rpm() {}

    /** The figure of some earnings and views; null without views. */
    static @Nullable MoneyJson of(Total earnings, long views) {
        if (views <= 0) {
            return null;
        }
        BigInteger micros = earnings.micros().multiply(THOUSAND).divide(BigInteger.valueOf(views));
        return MoneyJson.of(Total.ofMicros(micros, earnings.currency()));
    }
}
