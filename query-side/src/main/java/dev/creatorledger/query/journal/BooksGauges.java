package dev.creatorledger.query.journal;

import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.Sample;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the platform's accounts, and creators' accounts by kind, hold: figures to look at, as doubles. Whoever counts
 * asks for the trial balance.
 */
public final class BooksGauges {

    /** How often balances are read that a batch is just being written to, before the last ones are told again. */
    private static final int ATTEMPTS = 5;

    private final Books books;
    private final MultiGauge accounts;
    private final MultiGauge differences;
    private Map<String, Sums> lastWhole = Map.of();

    private BooksGauges(Books books, MeterRegistry registry) {
        this.books = books;
        this.accounts = Meters.gauges(registry, Metric.ACCOUNT_BALANCE);
        this.differences = Meters.gauges(registry, Metric.TRIAL_BALANCE);
    }

    /** The gauges, whose figures come with the sample. */
    public static Sample<?> of(Books books, MeterRegistry registry) {
        BooksGauges gauges = new BooksGauges(books, registry);
        return new Sample<>("the balances of accounts", gauges::whole, gauges::tell);
    }

    private Map<String, Sums> whole() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Books.Read read = books.byKind();
            if (read.newest() <= read.position()) {
                lastWhole = read.accounts();
                break;
            }
        }
        return lastWhole;
    }

    private void tell(Map<String, Sums> balances) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        Map<String, Total> sums = new TreeMap<>();
        balances.forEach((id, held) -> {
            String currency = AccountDocument.currencyOf(id);
            sums.merge(currency, held.balance(), Total::plus);
            rows.add(MultiGauge.Row.of(
                    Meters.tags(Metric.ACCOUNT_BALANCE, AccountDocument.accountOf(id), currency),
                    majorUnits(held.balance())));
        });
        accounts.register(rows, true);
        differences.register(
                sums.entrySet().stream()
                        .<MultiGauge.Row<?>>map(sum -> MultiGauge.Row.of(
                                Meters.tags(Metric.TRIAL_BALANCE, sum.getKey()), majorUnits(sum.getValue())))
                        .toList(),
                true);
    }

    private static double majorUnits(Total total) {
        return new BigDecimal(total.toMajor()).doubleValue();
    }
}
