package dev.creatorledger.query.journal;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what accounts hold. */
public final class Books {

    /** What fills the view. The order matters: totals are written last, and tell that the accounts are complete. */
    public static final View VIEW =
            new View(View.JOURNAL, List.of(AccountDocument.PROJECTION, TotalsDocument.PROJECTION));

    private final DocumentReader<AccountDocument> accounts;
    private final DocumentReader<TotalsDocument> totals;

    /** Reads from the views in a database. */
    public Books(MongoDatabase database) {
        accounts = new DocumentReader<>(database, AccountDocument.PROJECTION);
        totals = new DocumentReader<>(database, TotalsDocument.PROJECTION);
    }

    /**
     * Balances that were read one after the other.
     *
     * @param position up to where all of them are complete
     * @param newest the newest position in any: beyond the first while a batch is being written
     * @param currencies debits and credits by currency code
     * @param accounts debits and credits by account and currency ({@link AccountDocument#idOf})
     */
    record Read(long position, long newest, Map<String, Sums> currencies, Map<String, Sums> accounts) {

        /** Undoes an entry of the past, so that the balances are those before it. */
        void takeBack(Entry entry) {
            for (Posting posting : entry.postings()) {
                String currency = posting.amount().currency().getCurrencyCode();
                takeBack(currencies, currency, posting);
                takeBack(accounts, AccountDocument.idOf(posting.account().name(), currency), posting);
            }
        }

        private static void takeBack(Map<String, Sums> from, String key, Posting posting) {
            Sums sums = from.get(key);
            if (sums != null) {
                sums.takeBack(posting.amount());
                if (sums.areNothing()) {
                    from.remove(key);
                }
            }
        }
    }

    /** All accounts; as many are held in memory as there are, for a trial balance names every one. */
    Read all() {
        TotalsDocument before = found();
        Map<String, Sums> balances = new TreeMap<>();
        long[] newest = {before.at()};
        accounts.forEach(account -> {
            balances.put(account.id(), account.sums);
            newest[0] = Math.max(newest[0], account.at());
        });
        return new Read(before.at(), newest[0], before.currencies, balances);
    }

    /** One account in every currency that the books have. */
    Read of(String account) {
        TotalsDocument before = found();
        Map<String, Sums> balances = new TreeMap<>();
        long newest = before.at();
        List<String> ids = before.currencies.keySet().stream()
                .map(currency -> AccountDocument.idOf(account, currency))
                .toList();
        for (AccountDocument found : accounts.find(ids)) {
            balances.put(found.id(), found.sums);
            newest = Math.max(newest, found.at());
        }
        return new Read(before.at(), newest, new TreeMap<>(), balances);
    }

    private TotalsDocument found() {
        TotalsDocument found = totals.find(TotalsDocument.ID);
        return found == null ? new TotalsDocument(TotalsDocument.ID) : found;
    }
}
