package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views that follow a real event store. */
class ViewsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestLedger ledger = new TestLedger();
    private final MongoDatabase database = InMemoryMongo.database();
    private final ViewPositions positions = new ViewPositions(List.of(TestViews.GROUP));
    private final List<Views> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Views::stop);
        ledger.close();
    }

    private Views start(TokenStore tokens, boolean rebuild, int segments) {
        Views views = TestViews.of(ledger, database, tokens, positions, rebuild, segments);
        started.add(views);
        views.start();
        return views;
    }

    private void assertEqualsARebuild(List<LedgerEvent> events) {
        MongoDatabase rebuilt = InMemoryMongo.database();
        new Rebuild(
                        rebuilt,
                        TestViews.GROUP,
                        TestViews.ERAS,
                        new StoredHistory(events),
                        stored -> events.get((int) stored.position() - 1))
                .upTo(events.size());
        Map<String, byte[]> live = InMemoryMongo.everything(database);
        live.keySet().removeIf(id -> id.startsWith(MongoTokenStore.COLLECTION) || id.startsWith(AgreedEras.COLLECTION));
        Map<String, byte[]> expected = InMemoryMongo.everything(rebuilt);
        assertThat(live.keySet()).containsExactlyElementsOf(expected.keySet());
        // Positions of the store need not begin at 1, so only the contents are compared.
        assertThat(contents(database)).isEqualTo(contents(rebuilt));
    }

    private static List<Object> contents(MongoDatabase from) {
        List<Object> contents = new ArrayList<>();
        for (Projection<?> projection : TestViews.GROUP.projections()) {
            for (String collection : List.of(projection.collection(), projection.versions())) {
                from.getCollection(collection)
                        .find()
                        .sort(new org.bson.Document("_id", 1))
                        .forEach(document -> contents.add(document.get(DocumentCodec.CONTENT)));
            }
        }
        return contents;
    }

    @ParameterizedTest(name = "with {0} segments")
    @ValueSource(ints = {1, 3})
    void follow_the_store(int segments) throws InterruptedException {
        List<LedgerEvent> events = History.of(1, 5, 3_000);
        Views views = start(TestViews.tokens(database), false, segments);
        // A position says how far the segments have come that are worked on: first all of them have to be.
        await().until(() -> views.processors().get(0).processingStatus().size() == segments);
        long last = 0;
        for (int from = 0; from < events.size(); from += 700) {
            last = ledger.publish(events.subList(from, Math.min(events.size(), from + 700)));
        }
        assertThat(positions.await(View.EARNINGS, last, PATIENCE)).isTrue();
        assertEqualsARebuild(events);
    }

    @Nested
    class A_rebuild_at_the_start {

        @Test
        void makes_the_views_before_it_returns_and_they_follow_from_there() throws InterruptedException {
            List<LedgerEvent> events = History.of(2, 4, 2_500);
            long head = ledger.publish(events.subList(0, 2_000));
            Views views = start(TestViews.tokens(database), true, 1);
            assertThat(positions.of(View.BALANCES)).isEqualTo(head);
            assertThat(views.ready()).isTrue();
            long last = ledger.publish(events.subList(2_000, events.size()));
            assertThat(positions.await(View.BALANCES, last, PATIENCE)).isTrue();
            assertEqualsARebuild(events);
        }

        @Test
        void is_left_out_where_a_token_is_stored() throws InterruptedException {
            List<LedgerEvent> events = History.of(3, 2, 500);
            start(TestViews.tokens(database), true, 1).stop();
            database.getCollection("untouched").insertOne(new org.bson.Document("_id", "x"));
            long last = ledger.publish(events);
            start(TestViews.tokens(database), true, 1);
            assertThat(positions.await(View.CHANNELS, last, PATIENCE)).isTrue();
            database.getCollection("untouched").drop();
            assertEqualsARebuild(events);
        }

        @Test
        void is_refused_where_versions_would_not_fit() {
            start(TestViews.tokens(database), true, 1).stop();
            for (String bad : List.of("other eras", "no versions")) {
                org.bson.Document agreed = new org.bson.Document("$set", new org.bson.Document("size", 101L));
                database.getCollection(AgreedEras.COLLECTION).updateOne(new org.bson.Document(), agreed);
                if (bad.equals("no versions")) {
                    database.getCollection(AgreedEras.COLLECTION).drop();
                }
                Views views = TestViews.of(ledger, database, TestViews.tokens(database), positions, true, 1);
                assertThatThrownBy(views::start).as(bad).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void of_nothing_is_ready_at_once() {
            assertThat(start(TestViews.tokens(database), true, 1).ready()).isTrue();
        }
    }

    @Nested
    class A_crash {

        @Test
        void between_documents_and_token_heals_by_doing_the_batch_again() throws InterruptedException {
            List<LedgerEvent> events = History.of(4, 3, 1_200);
            start(new FailingTokens(TestViews.tokens(database), 1), false, 1);
            long last = ledger.publish(events);
            assertThat(positions.await(View.EARNINGS, last, PATIENCE)).isTrue();
            assertEqualsARebuild(events);
        }
    }

    @Nested
    class Positions {

        @Test
        void advance_over_events_that_no_view_cares_for() throws InterruptedException {
            start(TestViews.tokens(database), false, 1);
            long first = ledger.publish(History.of(5, 1, 1));
            assertThat(positions.await(View.BALANCES, first, PATIENCE)).isTrue();
            long begun = System.nanoTime();
            long last = ledger.publish(List.of(new ImpressionsSetAside(new BatchId("b1"), null, List.of())));
            assertThat(positions.await(View.BALANCES, last, PATIENCE)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
        }

        @Test
        void that_do_not_exist_yet_are_not_reached() throws InterruptedException {
            start(TestViews.tokens(database), false, 1);
            assertThat(positions.await(View.BALANCES, 1_000_000, Duration.ofMillis(50)))
                    .isFalse();
        }
    }

    /** A token store that fails some times when it is to store, after everything else is done. */
    private static final class FailingTokens implements TokenStore {

        private final TokenStore tokens;
        private final AtomicInteger failures;

        FailingTokens(TokenStore tokens, int failures) {
            this.tokens = tokens;
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
            if (token != null && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the process dies here");
            }
            tokens.storeToken(token, processor, segment);
        }

        @Override
        public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
            tokens.initializeTokenSegments(processor, count, initial);
        }

        @Override
        public @Nullable TrackingToken fetchToken(String processor, int segment) {
            return tokens.fetchToken(processor, segment);
        }

        @Override
        public void extendClaim(String processor, int segment) {
            tokens.extendClaim(processor, segment);
        }

        @Override
        public void releaseClaim(String processor, int segment) {
            tokens.releaseClaim(processor, segment);
        }

        @Override
        public int[] fetchSegments(String processor) {
            return tokens.fetchSegments(processor);
        }
    }
}
