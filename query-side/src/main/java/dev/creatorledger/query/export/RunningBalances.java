package dev.creatorledger.query.export;

import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.journal.Account;
import dev.creatorledger.query.journal.Posting;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the accounts of an export hold so far: as many sums as there are accounts and currencies in it. */
final class RunningBalances {

    /** By the account's name and the currency. */
    private final Map<String, Sum> sums = new TreeMap<>();

    private static final class Sum {
        private final Account account;
        private Total total;
        private boolean changed;

        Sum(Account account, Currency currency) {
            this.account = account;
            total = Total.zero(currency);
        }

        Line line() {
            return new Line(account, MoneyJson.of(total));
        }
    }

    /** Adds a posting. */
    void add(Posting posting) {
        Currency currency = posting.amount().currency();
        String key = posting.account().name() + ' ' + currency.getCurrencyCode();
        Sum sum = sums.computeIfAbsent(key, name -> new Sum(posting.account(), currency));
        sum.total = sum.total.plus(posting.amount());
        sum.changed = true;
    }

    /** All of them, by name. */
    List<Line> all() {
        return sums.values().stream().map(Sum::line).toList();
    }

    /** Those that were posted to since this was asked before, by name. */
    List<Line> changed() {
        List<Line> changed = new ArrayList<>();
        for (Sum sum : sums.values()) {
            if (sum.changed) {
                changed.add(sum.line());
                sum.changed = false;
            }
        }
        return changed;
    }
}
