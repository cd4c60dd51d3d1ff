package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.tracing.Tracing;
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

    /** Short, so that a test's history has many. */
    static final Eras ERAS = new Eras(100);

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
        return of(List.of(group), ledger, database, tokens, positions, rebuild, segments);
    }

    static Views of(
            List<ViewGroup> groups,
            TestLedger ledger,
            MongoDatabase database,
            TokenStore tokens,
            ViewPositions positions,
            boolean rebuild,
            int segments) {
        return new Views(
                groups,
                new Views.Parts(
                        database,
                        ledger.eventStore(),
                        ledger.storedEvents(),
                        stored -> (LedgerEvent) EventJson.read(
                                stored.payload(), Objects.requireNonNull(EventTypes.named(stored.type()))),
                        tokens,
                        GlobalSequenceTrackingToken::new,
                        positions,
                        Tracing.off()),
                new Views.Limits(rebuild, segments, 500, 10_000, ERAS, 1_000, Duration.ofSeconds(10)));
    }
}
