package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MembershipHistory;
import dev.creatorledger.query.MoneyHistory;
import dev.creatorledger.query.journal.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However events are cut into batches, repeated and interrupted: the same events make the same documents. */
class FoldPropertiesTest {

    private static final ViewGroup GROUP = new ViewGroup(
            "test-views",
            Stream.concat(TestViews.GROUP.views().stream(), Stream.of(Books.VIEW))
                    .toList());

    // New for every try: jqwik keeps one instance of this class for all of them.
    private MongoDatabase live = InMemoryMongo.database();
    private MongoDatabase rebuilt = InMemoryMongo.database();

    @Property(tries = 60)
    void any_batches_any_repeats_and_a_rebuild_make_the_same_bytes(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int happenings) {
        List<LedgerEvent> events = new ArrayList<>(History.of(seed, 3, happenings));
        events.addAll(MoneyHistory.of(seed, 3, happenings));
        same(events, seed);
    }

    @Property(tries = 60)
    void so_they_do_for_memberships(@ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int happenings) {
        same(MembershipHistory.of(seed, 3, happenings), seed);
    }

    private void same(List<LedgerEvent> events, long seed) {
        live = InMemoryMongo.database();
        rebuilt = InMemoryMongo.database();
        deliver(events, new Random(seed));
        rebuild(events);
        assertSame(InMemoryMongo.everything(live), InMemoryMongo.everything(rebuilt));
    }

    /** As a processor would with a token: batches in order, after a crash again from where the token stands. */
    private void deliver(List<LedgerEvent> events, Random random) {
        GroupStore store = new GroupStore(live, GROUP, 50);
        int token = 0;
        while (token < events.size()) {
            int end = Math.min(events.size(), token + 1 + random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> {
                    writeSomeThenCrash(events, token, end, random);
                    store.forget(); // what comes after a crash is another process
                }
                case 1 -> {
                    fold(store, events, token, end);
                    store.forget();
                    token = Math.max(0, token - random.nextInt(40)); // an older token: all of it comes again
                    fold(store, events, token, end);
                    token = end;
                }
                default -> {
                    fold(store, events, token, end);
                    token = end;
                }
            }
            if (random.nextInt(5) == 0) {
                store.forget();
            }
        }
    }

    /** About half the documents of one collection are written, then the process dies before the token. */
    private void writeSomeThenCrash(List<LedgerEvent> events, int from, int to, Random random) {
        List<Projection<?>> projections = GROUP.projections();
        writeSome(projections.get(random.nextInt(projections.size())), events, from, to, random.nextInt(2));
    }

    private <D extends ViewDocument> void writeSome(
            Projection<D> written, List<LedgerEvent> events, int from, int to, int half) {
        Set<String> ids = events.subList(from, to).stream()
                .flatMap(event -> written.documentsOf(event).stream())
                .filter(id -> Math.floorMod(id.hashCode(), 2) == half)
                .collect(Collectors.toSet());
        DocumentStore<D> store = new DocumentStore<>(live, written, 50);
        Map<String, D> documents = store.take(ids);
        for (int i = from; i < to; i++) {
            for (String id : written.documentsOf(events.get(i))) {
                D document = documents.get(id);
                if (document != null) {
                    written.fold(document, events.get(i), i + 1);
                }
            }
        }
        store.write(documents.values());
    }

    private static void fold(GroupStore store, List<LedgerEvent> events, int from, int to) {
        FoldedBatch batch = new FoldedBatch(store);
        for (int i = from; i < to; i++) {
            batch.take(events.get(i), i + 1);
        }
        batch.finish();
    }

    private void rebuild(List<LedgerEvent> events) {
        new Rebuild(
                        new GroupStore(rebuilt, GROUP, 50),
                        new StoredHistory(events),
                        stored -> events.get((int) stored.position() - 1))
                .upTo(events.size());
    }

    private static void assertSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        Set<String> ids = new TreeMap<>(one).keySet();
        assertThat(other.keySet()).containsExactlyElementsOf(ids);
        one.forEach((id, bytes) -> assertThat(other.get(id)).as(id).isEqualTo(bytes));
    }
}
