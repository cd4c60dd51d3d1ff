package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSent;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MembershipHistory;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.payout.Payouts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;

/** U2: a document as of a position is what the events up to there make of it, whatever was kept on the way. */
class PastTest {

    private static final ViewGroup GROUP = new ViewGroup(
            "test-views",
            Stream.concat(TestViews.GROUP.views().stream(), Stream.of(Books.VIEW, Payouts.VIEW))
                    .toList());

    private static final List<Projection<?>> KEPT =
            GROUP.projections().stream().filter(Projection::isKept).toList();

    @Property(tries = 12)
    void every_document_is_at_every_position_what_the_events_up_to_there_make_of_it(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int size) {
        Random random = new Random(seed);
        List<LedgerEvent> events = history(random);
        MongoDatabase database = InMemoryMongo.database();
        Eras eras = new Eras(size);
        new RandomDelivery(database, GROUP, eras, random).deliver(events);
        Past past = past(database, events, eras);
        List<Truth<?>> truths = new ArrayList<>();
        KEPT.forEach(projection -> truths.add(new Truth<>(projection, events)));
        for (int position = 0; position <= events.size(); position++) {
            if (position > 0) {
                for (Truth<?> truth : truths) {
                    truth.take(events.get(position - 1), position);
                }
            }
            assertSame(past, truths, position);
        }
    }

    private static void assertSame(Past past, List<Truth<?>> truths, long position) {
        List<PastDocuments<?>> some = truths.stream()
                .<PastDocuments<?>>map(truth -> truth.asked(past))
                .toList();
        past.read(position, some.toArray(PastDocuments<?>[]::new));
        for (int i = 0; i < truths.size(); i++) {
            truths.get(i).assertSame(some.get(i), position);
            PastDocuments<?> all = past.all(truths.get(i).projection);
            past.read(position, all);
            truths.get(i).assertSame(all, position);
        }
    }

    private static Past past(MongoDatabase database, List<LedgerEvent> events, Eras eras) {
        return new Past(database, new StoredHistory(events), stored -> events.get((int) stored.position() - 1), eras);
    }

    /** Everything that views know, mixed; each kind of history in its own order. */
    private static List<LedgerEvent> history(Random random) {
        List<Deque<LedgerEvent>> histories = List.of(
                new ArrayDeque<>(History.of(random.nextLong(), 2, 30)),
                new ArrayDeque<>(MoneyHistory.of(random.nextLong(), 2, 30)),
                new ArrayDeque<>(MembershipHistory.of(random.nextLong(), 2, 30)),
                new ArrayDeque<>(payouts(random)));
        List<LedgerEvent> events = new ArrayList<>();
        while (histories.stream().anyMatch(one -> !one.isEmpty())) {
            LedgerEvent next = histories.get(random.nextInt(histories.size())).poll();
            if (next != null) {
                events.add(next);
            }
        }
        return events;
    }

    private static List<LedgerEvent> payouts(Random random) {
        List<LedgerEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PayoutId id = new PayoutId("p-" + random.nextInt(3));
            events.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new PayoutSent(id, "BR-" + i);
                        case 1 -> new PayoutRejected(id, "reason " + i);
                        default -> new PayoutCancelled(id, History.START.plusSeconds(i));
                    });
        }
        return events;
    }

    @Test
    void no_more_events_are_read_than_an_era_has() {
        List<LedgerEvent> events = MoneyHistory.of(1, 3, 800);
        MongoDatabase database = InMemoryMongo.database();
        Eras eras = new Eras(10);
        new RandomDelivery(database, GROUP, eras, new Random(1)).deliver(events);
        Projection<?> accounts = Books.VIEW.projections().get(0);
        for (int position = 1; position < events.size(); position += 37) {
            List<Long> read = new ArrayList<>();
            Past past = new Past(
                    database,
                    new StoredHistory(events),
                    stored -> {
                        read.add(stored.position());
                        return events.get((int) stored.position() - 1);
                    },
                    eras);
            past.read(position, past.all(accounts));
            past.read(position, past.of(accounts, List.of("assets:bank/IRR")));
            long before = eras.before(position);
            assertThat(read).allMatch(one -> one > before).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void only_documents_that_are_kept_have_a_past() {
        Past past = past(InMemoryMongo.database(), List.of(), new Eras(1));
        Projection<?> notKept = GROUP.projections().stream()
                .filter(projection -> !projection.isKept())
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> past.all(notKept)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What a prefix of the events makes of the documents of a projection. */
    private static final class Truth<D extends ViewDocument> {

        private final Projection<D> projection;
        private final List<String> ids;
        private final Map<String, D> documents = new HashMap<>();

        Truth(Projection<D> projection, List<LedgerEvent> events) {
            this.projection = projection;
            Set<String> all = new LinkedHashSet<>();
            events.forEach(event -> all.addAll(projection.documentsOf(event)));
            all.add("nobody");
            ids = List.copyOf(all);
        }

        void take(LedgerEvent event, long position) {
            for (String id : projection.documentsOf(event)) {
                projection.fold(documents.computeIfAbsent(id, projection.form()::blank), event, position);
            }
        }

        PastDocuments<D> asked(Past past) {
            return past.of(projection, ids);
        }

        void assertSame(PastDocuments<?> then, long position) {
            Map<String, BsonDocument> expected = new TreeMap<>();
            documents.values().stream()
                    .filter(document -> document.at() != ViewDocument.UNSEEN)
                    .forEach(document -> expected.put(document.id(), stored(document)));
            Map<String, BsonDocument> found = new TreeMap<>();
            then.found().forEach(document -> found.put(document.id(), stored(document)));
            assertThat(found).as("%s at %d", projection.collection(), position).isEqualTo(expected);
            ids.forEach(id -> assertThat(then.find(id) != null).isEqualTo(expected.containsKey(id)));
        }

        private BsonDocument stored(ViewDocument document) {
            BsonDocument stored = new BsonDocument();
            DocumentCodec<D> codec = new DocumentCodec<>(projection.form());
            codec.encode(
                    new BsonDocumentWriter(stored),
                    projection.form().type().cast(document),
                    EncoderContext.builder().build());
            return stored;
        }
    }
}
