package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.journal.Books;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The books on a real event store: rebuilt along the index of kinds, then followed by one thread. */
class BooksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ViewGroup GROUP = new ViewGroup(ViewGroup.BOOKS, List.of(Books.VIEW), true);

    private final TestLedger ledger = new TestLedger();
    private final MongoDatabase database = InMemoryMongo.database();
    private final ViewPositions positions = new ViewPositions(List.of(GROUP));
    private final Views views = TestViews.of(GROUP, ledger, database, TestViews.tokens(database), positions, true, 3);

    @AfterEach
    void stop() {
        views.stop();
        ledger.close();
    }

    @Test
    void are_rebuilt_and_followed_in_one_segment_whatever_the_others_have() throws InterruptedException {
        List<LedgerEvent> events = new ArrayList<>(History.of(7, 3, 300));
        events.addAll(MoneyHistory.of(7, 3, 600));
        int half = events.size() / 2;
        long head = ledger.publish(events.subList(0, half));
        views.start();
        assertThat(positions.of(View.JOURNAL)).isEqualTo(head);
        assertThat(TestViews.tokens(database).fetchSegments(ViewGroup.BOOKS)).hasSize(1);
        long last = ledger.publish(events.subList(half, events.size()));
        assertThat(positions.await(View.JOURNAL, last, PATIENCE)).isTrue();
        assertThat(contents(database)).isEqualTo(contents(rebuilt(events)));
    }

    private static MongoDatabase rebuilt(List<LedgerEvent> events) {
        MongoDatabase rebuilt = InMemoryMongo.database();
        new Rebuild(
                        rebuilt,
                        GROUP,
                        TestViews.ERAS,
                        new StoredHistory(events),
                        stored -> events.get((int) stored.position() - 1))
                .upTo(events.size());
        return rebuilt;
    }

    private static Map<Object, Object> contents(MongoDatabase from) {
        Map<Object, Object> contents = new java.util.TreeMap<>();
        for (Projection<?> projection : GROUP.projections()) {
            for (String collection : List.of(projection.collection(), projection.versions())) {
                for (Document document : from.getCollection(collection).find()) {
                    contents.put(document.get("_id"), document.get(DocumentCodec.CONTENT));
                }
            }
        }
        return contents;
    }
}
