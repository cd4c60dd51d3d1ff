package dev.creatorledger.query.earnings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.creatorledger.platform.web.MoneyJson;
import org.jspecify.annotations.Nullable;

/**
 * What ads have earned in one period (A12).
 *
 * @param period the UTC day or month, such as {@code 2026-01-31} or {@code 2026-01}
 * @param estimated the creator's part of windows that are open
 * @param finalIncome the creator's part of windows that are sealed
 * @param platformPart the platform's part of the same income
 * @param qualified impressions that earn
 * @param notQualified impressions that were watched too briefly
 * @param views views of the channel's videos and their copies
 * @param rpm the creator's earnings per thousand views; absent without views
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EarningsItem(
        String period,
        MoneyJson estimated,
        @JsonProperty("final") MoneyJson finalIncome,
        MoneyJson platformPart,
        long qualified,
        long notQualified,
        long views,
        @Nullable MoneyJson rpm) {

    static EarningsItem of(String period, EarningsFigures figures) {
        return new EarningsItem(
                period,
                MoneyJson.of(figures.estimated),
                MoneyJson.of(figures.finalized),
                MoneyJson.of(figures.platformPart),
                figures.qualified,
                figures.notQualified,
                figures.views,
                Rpm.of(figures.income(), figures.views));
    }
}
