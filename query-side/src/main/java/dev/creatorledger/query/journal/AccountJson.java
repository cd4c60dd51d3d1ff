package dev.creatorledger.query.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as auditors read it: what it holds, and a part of its postings (L3).
 *
 * @param asOf the instant of the past that was asked for
 * @param position the position that the balances are of
 * @param balances by currency; the sums of all postings up to there, not of this part alone
 * @param items postings, newest first
 * @param next the cursor of the next part; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountJson(
        String account,
        @Nullable Instant asOf,
        String position,
        List<AccountSums> balances,
        List<AccountPosting> items,
        @Nullable String next) {

    /**
     * What it holds of one currency.
     *
     * @param balance debit positive
     */
    public record AccountSums(String currency, MoneyJson debits, MoneyJson credits, MoneyJson balance) {}

    /**
     * One posting.
     *
     * @param amount debit positive
     */
    public record AccountPosting(
            String entryId,
            Instant at,
            String eventId,
            long sequence,
            String type,
            String kind,
            String reference,
            MoneyJson amount) {

        static AccountPosting of(Booked booked, Money amount) {
            return new AccountPosting(
                    EntryJson.idOf(booked.stored()),
                    booked.stored().recordedAt(),
                    booked.stored().eventId(),
                    booked.stored().position(),
                    booked.stored().type(),
                    booked.entry().kind(),
                    booked.entry().reference(),
                    MoneyJson.of(amount));
        }
    }

    static AccountJson of(
            Account account, @Nullable Instant asOf, long position, Books.Read read, Page<AccountPosting> postings) {
        List<AccountSums> balances = read.accounts().entrySet().stream()
                .map(entry -> sums(AccountDocument.currencyOf(entry.getKey()), entry.getValue()))
                .toList();
        return new AccountJson(
                account.name(), asOf, Long.toString(position), balances, postings.items(), postings.next());
    }

    private static AccountSums sums(String code, Sums sums) {
        return new AccountSums(
                code, MoneyJson.of(sums.debits()), MoneyJson.of(sums.credits()), MoneyJson.of(sums.balance()));
    }
}
