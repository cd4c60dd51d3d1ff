package dev.creatorledger.query.replay;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.balance.Balances;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.compliance.Pauses;
import dev.creatorledger.query.earnings.Earnings;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.membership.Memberships;
import dev.creatorledger.query.payout.Payouts;
import dev.creatorledger.query.view.Eras;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.ViewPositions;
import dev.creatorledger.query.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.util.unit.DataSize;

/** All views on a store of their own, with replays whose decoding a test can hold up. */
final class ReplayedViews implements AutoCloseable {

    static final List<ViewGroup> GROUPS = List.of(
            new ViewGroup(
                    ViewGroup.AD_PROGRAMME,
                    List.of(Channels.VIEW, Balances.VIEW, Earnings.VIEW, Payouts.VIEW, Memberships.VIEW, Pauses.VIEW)),
            new ViewGroup(ViewGroup.BOOKS, List.of(Books.VIEW), true));

    static final Duration LONG = Duration.ofSeconds(20);
    /** Few positions, so that many versions are kept. */
    static final Eras ERAS = new Eras(100);

    static final DataSize LITTLE = DataSize.ofKilobytes(4);

    final TestLedger ledger = new TestLedger();
    final MongoDatabase database = InMemoryMongo.database();
    final MongoTokenStore tokens = tokens("one");
    final EventDecoder decoder = stored ->
            (LedgerEvent) EventJson.read(stored.payload(), Objects.requireNonNull(EventTypes.named(stored.type())));
    private final int segments;
    Views views;
    Replays replays;

    /** Views that are kept up by so many segments, nothing of it started yet. */
    ReplayedViews(int segments) {
        this.segments = segments;
        views = newViews();
        replays = replays(new ReplaySettings(100, 2, LONG, LITTLE), decoder);
    }

    MongoTokenStore tokens(String node) {
        return new MongoTokenStore(database, node, Duration.ofSeconds(10), Clock.systemUTC());
    }

    /** As another process would have them. */
    Views newViews() {
        return new Views(
                GROUPS,
                new Views.Parts(
                        database,
                        ledger.eventStore(),
                        ledger.storedEvents(),
                        decoder,
                        tokens,
                        GlobalSequenceTrackingToken::new,
                        new ViewPositions(GROUPS),
                        Tracing.off()),
                new Views.Limits(true, segments, 500, 10_000, ERAS, 1_000, Duration.ofSeconds(10)));
    }

    Replays replays(ReplaySettings settings, EventDecoder with) {
        return new Replays(
                GROUPS, database, ledger.storedEvents(), with, tokens::reached, views, settings, Clock.systemUTC());
    }

    ReplayedViews started() {
        views.start();
        replays.start();
        return this;
    }

    /** So many things that happen to four channels, and to their money. */
    static List<LedgerEvent> history(int happenings) {
        List<LedgerEvent> events = new ArrayList<>(History.of(21, 4, happenings));
        events.addAll(MoneyHistory.of(22, 4, happenings / 4));
        return events;
    }

    /** A replay when it is over. */
    static Replay ended(Replay replay) {
        await().atMost(LONG).until(() -> replay.state() != ReplayState.RUNNING);
        return replay;
    }

    /** A replay that is begun now, when it is over. */
    static ReplayJson replayed(Replays replays, String view) {
        return ended(replays.begin(view).replay()).json();
    }

    /** The switch-over of a replay's view, when it is over. */
    static SwitchOver over(ReplayedViews views, ReplayJson replay) {
        SwitchOver switchOver =
                Objects.requireNonNull(views.replays.require(replay.replayId()).switchOver());
        await().atMost(LONG).until(() -> switchOver.state() != SwitchOver.State.RUNNING);
        return switchOver;
    }

    @Override
    public void close() {
        replays.stop();
        views.stop();
        ledger.close();
    }
}
