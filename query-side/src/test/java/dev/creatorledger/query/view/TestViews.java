package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.balance.Balances;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.compliance.Pauses;
import dev.creatorledger.query.earnings.Earnings;
import dev.creatorledger.query.membership.Memberships;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** The views on a real event store, as a process has them. */
final class TestViews {

    static final ViewGroup GROUP = new ViewGroup(
            ViewGroup.AD_PROGRAMME,
            List.of(Channels.VIEW, Balances.VIEW, Earnings.VIEW, Memberships.VIEW, Pauses.VIEW));

    private TestViews() {}

    static TokenStore tokens(MongoDatabase database) {
        return new MongoTokenStore(database, "test", Duration.ofSeconds(10), Clock.systemUTC());
    }

    static Views of(
            TestLedger ledger,
            MongoDatabase database,
            TokenStore tokens,
            ViewPositions positions,
            boolean rebuild,
            int segments) {
        return of(GROUP, ledger, database, tokens, positions, rebuild, segments);
    }

    static Views of(
            ViewGroup group,
            TestLedger ledger,
            MongoDatabase database,
            TokenStore tokens,
            ViewPositions positions,
            boolean rebuild,
            int segments) {
        return new Views(
                List.of(group),
                new Views.Parts(
                        database,
                        ledger.eventStore(),
                        ledger.storedEvents(),
                        stored -> (LedgerEvent) EventJson.read(
                                stored.payload(), Objects.requireNonNull(EventTypes.named(stored.type()))),
                        tokens,
                        GlobalSequenceTrackingToken::new,
                        positions),
                new Views.Limits(rebuild, segments, 500, 10_000));
    }
}
