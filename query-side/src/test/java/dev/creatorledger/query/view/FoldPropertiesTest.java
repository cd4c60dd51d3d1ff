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

    /** Few positions, so that versions are kept in every batch. */
    private static final Eras ERAS = new Eras(20);

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
        new RandomDelivery(live, GROUP, ERAS, new Random(seed)).deliver(events);
        rebuild(events);
        assertSame(InMemoryMongo.everything(live), InMemoryMongo.everything(rebuilt));
    }

    private void rebuild(List<LedgerEvent> events) {
        new Rebuild(rebuilt, GROUP, ERAS, new StoredHistory(events), stored -> events.get((int) stored.position() - 1))
                .upTo(events.size());
    }

    private static void assertSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        Set<String> ids = new TreeMap<>(one).keySet();
        assertThat(other.keySet()).containsExactlyElementsOf(ids);
        one.forEach((id, bytes) -> assertThat(other.get(id)).as(id).isEqualTo(bytes));
    }
}
