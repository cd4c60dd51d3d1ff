package dev.creatorledger.query.panel.creator;

import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.query.earnings.EarningsItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Income by day or month, newest first, with what it sums up to (A12).
 *
 * @param items every period with something in it
 * @param whole whether that is all that was asked for
 * @param rpm the creator's earnings per thousand views; absent without views
 */
record IncomeReport(
        List<EarningsItem> items,
        boolean whole,
        MoneyJson estimated,
        MoneyJson finalIncome,
        long qualified,
        long notQualified,
        long views,
        @Nullable MoneyJson rpm) {

    private static final int MICROS = 6;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    static IncomeReport of(Page<EarningsItem> page) {
        List<EarningsItem> items = new ArrayList<>(page.items());
        BigDecimal estimated = sum(items, EarningsItem::estimated);
        BigDecimal finalIncome = sum(items, EarningsItem::finalIncome);
        long views = count(items, EarningsItem::views);
        Collections.reverse(items);
        return new IncomeReport(
                List.copyOf(items),
                page.next() == null,
                rial(estimated),
                rial(finalIncome),
                count(items, EarningsItem::qualified),
                count(items, EarningsItem::notQualified),
                views,
                views == 0
                        ? null
                        : rial(estimated
                                .add(finalIncome)
                                .multiply(THOUSAND)
                                .divide(new BigDecimal(BigInteger.valueOf(views)), MICROS, RoundingMode.FLOOR)));
    }

    private static BigDecimal sum(List<EarningsItem> items, Function<EarningsItem, MoneyJson> part) {
        return items.stream()
                .map(item -> new BigDecimal(part.apply(item).amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long count(List<EarningsItem> items, ToLongFunction<EarningsItem> part) {
        return items.stream().mapToLong(part).reduce(0, Math::addExact);
    }

    private static MoneyJson rial(BigDecimal amount) {
        return new MoneyJson(amount.stripTrailingZeros().toPlainString(), "IRR");
    }
}
