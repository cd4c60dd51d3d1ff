package dev.creatorledger.query.journal;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.PastDocuments;
import dev.creatorledger.query.view.View;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what accounts hold. */
public final class Books {

    /** What fills the view. The order matters: totals are written last, and tell that the accounts are complete. */
    public static final View VIEW = new View(
            View.JOURNAL,
            List.of(AccountDocument.PROJECTION, AccountKindDocument.PROJECTION, TotalsDocument.PROJECTION));

    private final DocumentReader<AccountDocument> accounts;
    private final DocumentReader<AccountKindDocument> kinds;
    private final DocumentReader<TotalsDocument> totals;
    private final Past past;

    /** Reads from the views in a database, and has it keep the indexes that all accounts of the past are read by. */
    public Books(MongoDatabase database, Past past) {
        this.past = past;
        past.indexAll(AccountDocument.PROJECTION);
        accounts = new DocumentReader<>(database, AccountDocument.PROJECTION);
        kinds = new DocumentReader<>(database, AccountKindDocument.PROJECTION);
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
    record Read(long position, long newest, Map<String, Sums> currencies, Map<String, Sums> accounts) {}

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

    /**
     * All accounts as of a position of the past that the view has reached: what it read is never torn, for a batch that
     * is being written changes nothing of the past.
     */
    Read allAsOf(long position) {
        PastDocuments<AccountDocument> then = past.all(AccountDocument.PROJECTION);
        PastDocuments<TotalsDocument> totalsThen = past.of(TotalsDocument.PROJECTION, List.of(TotalsDocument.ID));
        past.read(position, then, totalsThen);
        TotalsDocument sums = totalsThen.find(TotalsDocument.ID);
        return asOf(position, sums == null ? Map.of() : sums.currencies, then);
    }

    /** The accounts of the platform, and those of creators by kind: a handful, however many channels there are. */
    Read byKind() {
        TotalsDocument before = found();
        Map<String, Sums> balances = new TreeMap<>();
        long[] newest = {before.at()};
        kinds.forEach(kind -> {
            balances.put(kind.id(), kind.sums);
            newest[0] = Math.max(newest[0], kind.at());
        });
        return new Read(before.at(), newest[0], before.currencies, balances);
    }

    /** One account in every currency that the books have. */
    Read of(String account) {
        TotalsDocument before = found();
        Map<String, Sums> balances = new TreeMap<>();
        long newest = before.at();
        for (AccountDocument found : accounts.find(idsOf(account, before))) {
            balances.put(found.id(), found.sums);
            newest = Math.max(newest, found.at());
        }
        return new Read(before.at(), newest, new TreeMap<>(), balances);
    }

    /** One account as of a position of the past that the view has reached. */
    Read ofAsOf(String account, long position) {
        PastDocuments<AccountDocument> then = past.of(AccountDocument.PROJECTION, idsOf(account, found()));
        past.read(position, then);
        return asOf(position, Map.of(), then);
    }

    /** What a creator could ask for at a position of the past that the view has reached; below zero if it owed. */
    public Total payable(ChannelId channelId, Currency currency, long position) {
        String id = AccountDocument.idOf(Account.payable(channelId).name(), currency.getCurrencyCode());
        AccountDocument account = past.find(AccountDocument.PROJECTION, id, position);
        // A liability: what the creator has is what the platform owes, credits that is.
        return account == null ? Total.zero(currency) : account.sums.balance().negated();
    }

    private static Read asOf(long position, Map<String, Sums> currencies, PastDocuments<AccountDocument> then) {
        Map<String, Sums> balances = new TreeMap<>();
        then.found().forEach(account -> balances.put(account.id(), account.sums));
        return new Read(position, position, currencies, balances);
    }

    private static List<String> idsOf(String account, TotalsDocument totals) {
        return totals.currencies.keySet().stream()
                .map(currency -> AccountDocument.idOf(account, currency))
                .toList();
    }

    private TotalsDocument found() {
        TotalsDocument found = totals.find(TotalsDocument.ID);
        return found == null ? new TotalsDocument(TotalsDocument.ID) : found;
    }
}
