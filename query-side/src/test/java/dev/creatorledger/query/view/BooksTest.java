package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.balance.Balances;
import dev.creatorledger.query.journal.Books;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.Document;

/** L3: whatever happens to money, the books balance at every position, and agree with what channels have. */
class BooksTest {

    private static final ViewGroup GROUP = new ViewGroup("test-books", List.of(Balances.VIEW, Books.VIEW), true);

    @Property(tries = 15)
    void the_trial_balance_is_zero_at_every_position_and_accounts_agree_with_channels(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int happenings) {
        MongoDatabase database = InMemoryMongo.database();
        GroupStore store = new GroupStore(database, GROUP, TestViews.ERAS, 50);
        List<LedgerEvent> events = MoneyHistory.of(seed, 3, happenings);
        for (int i = 0; i < events.size(); i++) {
            FoldedBatch batch = new FoldedBatch(store);
            batch.take(events.get(i), i + 1);
            batch.finish();
            assertBalanced(database);
        }
        assertAgreesWithChannels(database);
    }

    private static void assertBalanced(MongoDatabase database) {
        Map<String, BigInteger> balances = new HashMap<>();
        Map<String, BigInteger> debits = new HashMap<>();
        for (Document account : database.getCollection("accounts").find()) {
            String id = account.getString("_id");
            Document sums = account.get("d", Document.class).get("sums", Document.class);
            String currency = id.substring(id.indexOf('/') + 1);
            balances.merge(currency, micros(sums, "debits").subtract(micros(sums, "credits")), BigInteger::add);
            debits.merge(currency, micros(sums, "debits"), BigInteger::add);
        }
        assertThat(balances.values()).allMatch(sum -> sum.signum() == 0);
        for (Document totals : database.getCollection("account_totals").find()) {
            for (Document sums : totals.get("d", Document.class).getList("currencies", Document.class)) {
                assertThat(micros(sums, "debits")).isEqualTo(micros(sums, "credits"));
                assertThat(micros(sums, "debits")).isEqualTo(debits.get(sums.getString("currency")));
            }
        }
    }

    private static BigInteger micros(Document sums, String field) {
        return new BigInteger(sums.getString(field));
    }

    private static void assertAgreesWithChannels(MongoDatabase database) {
        for (Document balance : database.getCollection("balances").find()) {
            String channel = balance.getString("_id");
            for (Document line : balance.get("d", Document.class).getList("lines", Document.class)) {
                String currency = line.getString("currency");
                assertThat(owed(database, channel, "payable", currency)).isEqualTo(line.getLong("available"));
                assertThat(owed(database, channel, "held", currency)).isEqualTo(line.getLong("held"));
            }
        }
    }

    private static long owed(MongoDatabase database, String channel, String account, String currency) {
        Document found = database.getCollection("accounts")
                .find(new Document("_id", "liabilities:creators:" + channel + ":" + account + "/" + currency))
                .first();
        if (found == null) {
            return 0;
        }
        Document sums = found.get("d", Document.class).get("sums", Document.class);
        return micros(sums, "credits").subtract(micros(sums, "debits")).longValueExact();
    }
}
