package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.History;
import dev.creatorledger.query.InMemoryMongo;
import dev.creatorledger.query.MembershipHistory;
import dev.creatorledger.query.TestLedger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

/**
 * Whatever a projection fails at: its sequence stands still, the others go on, and once it is mended every event is
 * folded, each once and in its order.
 */
class DeadLettersTest {

    private static final int SEGMENT = 0;

    private final FragileView fragile = new FragileView();
    private final ViewGroup group = fragile.group(false);
    private MongoDatabase live = InMemoryMongo.database();
    private List<LedgerEvent> events = List.of();
    private GroupStore store = new GroupStore(live, group, TestViews.ERAS, 50);
    private DeadLetters letters = new DeadLetters(live, 10_000);
    private Poison poison = new Poison(group, letters, new StoredHistory(events));

    private void begin(List<LedgerEvent> history, int most) {
        fragile.mend();
        live = InMemoryMongo.database();
        events = history;
        letters = new DeadLetters(live, most);
        restart();
    }

    /** Another process, as it were, on what is stored. */
    private void restart() {
        store = new GroupStore(live, group, TestViews.ERAS, 50);
        poison = new Poison(group, letters, new StoredHistory(events));
    }

    private EventMessage<?> message(int position) {
        LedgerEvent event = events.get(position - 1);
        String stream = TestLedger.streamOf(event).toString();
        return new GenericDomainEventMessage<>("", stream, 0, event);
    }

    /** Positions are those of the history, from 1; both ends included. */
    private void deliver(int from, int to) {
        Delivery delivery = new Delivery(poison, store, SEGMENT);
        for (int position = from; position <= to; position++) {
            if (store.caresFor(events.get(position - 1).getClass())) {
                delivery.take(message(position), position);
            }
        }
        delivery.finish();
    }

    private Retried retry(DeadLetter letter) {
        EventDecoder decoder = stored -> events.get((int) stored.position() - 1);
        return new Retry(group, store, poison, letters, decoder).sequence(letter.sequence());
    }

    private List<DeadLetter> all() {
        return letters.newest(null, 10_000);
    }

    private Map<String, byte[]> documents(MongoDatabase of) {
        Map<String, byte[]> documents = new TreeMap<>(InMemoryMongo.everything(of));
        documents.keySet().removeIf(id -> id.startsWith(DeadLetters.COLLECTION));
        return documents;
    }

    /** The documents that some events make, folded without a fault. */
    private Map<String, byte[]> made(Set<Long> without) {
        MongoDatabase made = InMemoryMongo.database();
        GroupStore all = new GroupStore(made, group, TestViews.ERAS, 50);
        FoldedBatch batch = new FoldedBatch(all);
        for (int position = 1; position <= events.size(); position++) {
            if (!without.contains((long) position)) {
                batch.take(events.get(position - 1), position);
            }
        }
        batch.finish();
        return documents(made);
    }

    private void assertMade(Set<Long> without) {
        Map<String, byte[]> found = documents(live);
        Map<String, byte[]> expected = made(without);
        assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((id, bytes) -> assertThat(found.get(id)).as(id).isEqualTo(bytes));
    }

    @Property(tries = 60)
    void everything_is_folded_once_whatever_was_poisoned_whenever_it_is_mended(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 250) int happenings) {
        List<LedgerEvent> history = new ArrayList<>(History.of(seed, 3, happenings));
        history.addAll(MembershipHistory.of(seed, 2, happenings / 2));
        begin(history, 10_000);
        Random random = new Random(seed);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            fragile.breakAt(events.get(random.nextInt(events.size())));
        }
        deliverInBatches(random);

        Set<Long> aside = new HashSet<>();
        all().forEach(letter -> aside.add(letter.position()));
        fragile.mend();
        assertMade(aside);

        while (!all().isEmpty()) {
            List<DeadLetter> left = all();
            DeadLetter any = left.get(random.nextInt(left.size()));
            assertThat(retry(any).reason()).isNull();
        }
        assertMade(Set.of());
    }

    /** As a processor would: batches of any size, some of them again, some by another process. */
    private void deliverInBatches(Random random) {
        int next = 1;
        while (next <= events.size()) {
            int last = Math.min(events.size(), next + random.nextInt(60));
            deliver(next, last);
            if (random.nextInt(4) == 0) {
                restart();
                next = Math.max(1, last - random.nextInt(40));
            } else {
                next = last + 1;
            }
        }
    }

    @Test
    void all_of_a_sequence_waits_behind_its_first_letter_and_nothing_of_another() {
        begin(History.of(3, 3, 400), 10_000);
        LedgerEvent poisoned = events.get(7);
        fragile.breakAt(poisoned);
        deliver(1, 200);
        deliver(201, events.size());
        String sequence = ChannelOfEvent.channelOf(message(8));
        assertThat(all()).isNotEmpty().allMatch(letter -> letter.sequence().equals(sequence));
        DeadLetter first = letters.first(group.name(), sequence, 1).get(0);
        assertThat(first.position()).isEqualTo(8);
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.reason()).isEqualTo("ArithmeticException: one more than can be counted");
        assertThat(first.type()).isEqualTo(poisoned.getClass().getSimpleName());
        assertThat(all())
                .filteredOn(letter -> letter.position() != 8)
                .isNotEmpty()
                .allMatch(letter -> letter.attempts() == 0 && letter.reason() == null && letter.position() > 8);
    }

    @Test
    void what_fails_again_stays_and_what_comes_before_it_is_folded() {
        begin(History.of(4, 1, 300), 10_000);
        fragile.breakAt(events.get(9));
        deliver(1, events.size());
        int behind = all().size();
        DeadLetter last = all().get(0);
        fragile.mend();
        fragile.breakAt(events.get((int) last.position() - 1));
        Retried retried = retry(last);
        assertThat(retried.folded()).isEqualTo(behind - 1L);
        assertThat(retried.reason()).startsWith("ArithmeticException");
        assertThat(all()).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(last.id());
            assertThat(letter.attempts()).isEqualTo(1);
        });
        assertThat(retry(last).folded()).isZero();
        assertThat(letters.find(last.id())).isNotNull().satisfies(letter -> assertThat(letter.attempts())
                .isEqualTo(2));
        fragile.mend();
        assertThat(retry(last)).isEqualTo(new Retried(1, null));
        assertThat(all()).isEmpty();
        assertMade(Set.of());
    }

    @Test
    void a_crash_between_documents_and_letters_changes_no_document_twice() {
        begin(History.of(5, 2, 300), 10_000);
        fragile.breakAt(events.get(12));
        deliver(1, events.size());
        List<DeadLetter> before = all();
        fragile.mend();
        DeadLetter any = before.get(0);
        retry(any);
        // The letters are still there, as if the process had died before they were taken away.
        letters.setAside(before);
        restart();
        assertThat(retry(any).folded()).isEqualTo(before.size());
        assertMade(Set.of());
    }

    @Test
    void another_node_learns_when_it_takes_over_and_goes_on_when_all_is_folded() {
        begin(History.of(6, 2, 300), 10_000);
        fragile.breakAt(events.get(5));
        deliver(1, 100);
        Poison ofAnother = poison;
        restart();
        deliver(101, 200);
        fragile.mend();
        DeadLetter any = all().get(0);
        // Tried again on the node that does not own the segment any more.
        new Retry(
                        group,
                        new GroupStore(live, group, TestViews.ERAS, 50),
                        ofAnother,
                        letters,
                        stored -> events.get((int) stored.position() - 1))
                .sequence(any.sequence());
        assertThat(all()).isEmpty();
        deliverAgainAfterAConflict(201, events.size());
        assertThat(all()).isEmpty();
        assertMade(Set.of());
    }

    /** Documents that this node remembers may have been changed by the other one: the batch is done again. */
    private void deliverAgainAfterAConflict(int from, int to) {
        try {
            deliver(from, to);
        } catch (ViewConflict stale) {
            deliver(from, to);
        }
    }

    @Test
    void beyond_the_bound_the_group_stops_and_loses_nothing() {
        begin(History.of(7, 1, 200), 20);
        fragile.breakAt(events.get(3));
        assertThatThrownBy(() -> deliver(1, events.size()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more aside");
        assertThat(all()).isEmpty();
        fragile.mend();
        deliver(1, events.size());
        assertMade(Set.of());
    }

    @Test
    void a_group_that_is_not_divided_stops() {
        begin(History.of(8, 2, 50), 10_000);
        ViewGroup undivided = fragile.group(true);
        Poison strict = new Poison(undivided, letters, new StoredHistory(events));
        fragile.breakAt(events.get(4));
        Delivery delivery = new Delivery(strict, store, SEGMENT);
        for (int position = 1; position <= events.size(); position++) {
            delivery.take(message(position), position);
        }
        assertThatThrownBy(delivery::finish)
                .isInstanceOfSatisfying(
                        Unfoldable.class, stop -> assertThat(stop.position()).isEqualTo(5));
        assertThat(all()).isEmpty();
        assertThat(documents(live)).isEmpty();
    }
}
