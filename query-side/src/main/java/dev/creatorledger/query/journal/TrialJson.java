package dev.creatorledger.query.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trial balance as auditors read it (L3).
 *
 * @param asOf the instant of the past that was asked for
 * @param position the position that every figure is of
 * @param currencies all debits and credits; the difference is zero, always
 * @param accounts every account that was ever posted to, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialJson(
        @Nullable Instant asOf, String position, List<CurrencyTotals> currencies, List<AccountBalance> accounts) {

    /** The totals of one currency. */
    public record CurrencyTotals(String currency, MoneyJson debits, MoneyJson credits, MoneyJson difference) {}

    /**
     * What an account holds of one currency.
     *
     * @param balance debit positive
     */
    public record AccountBalance(String account, String currency, MoneyJson balance) {}

    static TrialJson of(@Nullable Instant asOf, long position, Books.Read read) {
        List<CurrencyTotals> currencies = read.currencies().entrySet().stream()
                .map(entry -> totals(entry.getKey(), entry.getValue()))
                .toList();
        List<AccountBalance> accounts = read.accounts().entrySet().stream()
                .map(entry -> balance(entry.getKey(), entry.getValue()))
                .toList();
        return new TrialJson(asOf, Long.toString(position), currencies, accounts);
    }

    private static CurrencyTotals totals(String code, Sums sums) {
        return new CurrencyTotals(
                code, MoneyJson.of(sums.debits()), MoneyJson.of(sums.credits()), MoneyJson.of(sums.balance()));
    }

    private static AccountBalance balance(String id, Sums sums) {
        return new AccountBalance(
                AccountDocument.accountOf(id), AccountDocument.currencyOf(id), MoneyJson.of(sums.balance()));
    }
}
