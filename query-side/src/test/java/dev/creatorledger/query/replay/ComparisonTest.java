package dev.creatorledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.query.replay.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** U2: each document is compared at the position it was read at. */
class ComparisonTest {

    private static final long MUCH = 1_000_000;

    private final ScriptedView view = new ScriptedView();

    private List<Difference> compared(long pendingLimit) {
        return compared(view, view.made(), pendingLimit);
    }

    private static List<Difference> compared(ScriptedView view, Comparison.Made made, long pendingLimit) {
        List<Difference> found = new ArrayList<>();
        new Comparison("sums", made, view.live(), pendingLimit, found::add).run();
        return found;
    }

    private static Difference changed(String id, String field, String live, String rebuilt) {
        return new Difference("sums", id, Kind.CHANGED, field, live, rebuilt);
    }

    @Nested
    class A_view_that_rests {

        @Test
        void is_equal() {
            view.stored("a", "b", "a", "c").caughtUp();
            List<Difference> found = new ArrayList<>();
            long compared = new Comparison("sums", view.made(), view.live(), MUCH, found::add).run();
            assertThat(found).isEmpty();
            assertThat(compared).isEqualTo(3);
        }

        @Test
        void of_no_document_is_equal() {
            assertThat(compared(MUCH)).isEmpty();
        }

        @Test
        void shows_a_changed_document_with_its_field() {
            view.stored("a", "b", "c").caughtUp().damage("b", new BsonInt64(21));
            assertThat(compared(MUCH)).containsExactly(changed("b", "d.sum", "21", "20"));
        }

        @Test
        void shows_a_number_of_another_type() {
            view.stored("a").caughtUp().damage("a", new BsonInt32(10));
            assertThat(compared(MUCH)).singleElement().returns("d.sum", Difference::field);
        }

        @Test
        void shows_a_missing_document() {
            view.stored("a", "b").caughtUp().documents().remove("a");
            assertThat(compared(MUCH))
                    .containsExactly(new Difference(
                            "sums",
                            "a",
                            Kind.MISSING,
                            null,
                            null,
                            "{\"_id\": \"a\", \"at\": 1, \"d\": {\"sum\": 10}}"));
        }

        @Test
        void shows_a_document_that_no_event_has_made() {
            BsonDocument forged = new BsonDocument("_id", new BsonString("x")).append("at", new BsonInt64(1));
            view.stored("a").caughtUp().documents().put("x", forged);
            assertThat(compared(MUCH))
                    .containsExactly(
                            new Difference("sums", "x", Kind.EXTRA, null, "{\"_id\": \"x\", \"at\": 1}", null));
        }

        @Test
        void shows_a_document_without_a_name() {
            BsonDocument forged = new BsonDocument("_id", new BsonObjectId(new ObjectId()));
            view.stored("a").caughtUp().documents().put("x", forged);
            assertThat(compared(MUCH)).singleElement().returns(Kind.EXTRA, Difference::kind);
        }

        @Test
        void shows_a_document_of_the_past() {
            view.stored("a").caughtUp();
            BsonDocument old = Objects.requireNonNull(view.documents().get("a"));
            view.stored("a").caughtUp().documents().put("a", old);
            assertThat(compared(MUCH)).containsExactly(changed("a", "at", "1", "2"));
        }

        @Test
        void shows_a_document_of_a_position_at_which_nothing_changed_it() {
            view.stored("a", "b", "b").caughtUp();
            Objects.requireNonNull(view.documents().get("a")).put("at", new BsonInt64(2));
            assertThat(compared(MUCH)).containsExactly(changed("a", "at", "2", "1"));
        }

        @Test
        void shows_a_document_of_the_future() {
            view.stored("a", "b").caughtUp();
            Objects.requireNonNull(view.documents().get("a")).put("at", new BsonInt64(Long.MAX_VALUE));
            assertThat(compared(MUCH)).containsExactly(changed("a", "at", Long.toString(Long.MAX_VALUE), "1"));
        }

        @Test
        void shows_every_difference_whatever_can_be_held() {
            view.stored("a", "b", "c", "d", "e").caughtUp();
            List.of("a", "c", "e").forEach(id -> view.damage(id, new BsonInt64(1)));
            for (long limit : List.of(1L, 2_000L, MUCH)) {
                assertThat(compared(limit)).extracting(Difference::document).containsExactlyInAnyOrder("a", "c", "e");
            }
        }
    }

    @Nested
    class A_view_that_moves_on {

        @Test
        void is_equal_at_the_position_it_was_read_at() {
            Comparison.Made made = view.stored("a", "b").caughtUp().made();
            view.stored("b", "new", "a").caughtUp();
            view.stored("a", "b"); // stored, and not in the view when it is read
            assertThat(compared(view, made, MUCH)).isEmpty();
        }

        @Test
        void is_equal_however_often_it_moves_on() {
            Comparison.Made made = view.stored("a", "b", "c").caughtUp().made();
            int[] readings = {0};
            view.beforeReading = () -> {
                readings[0]++;
                view.stored("a", "b", "c", "n" + readings[0], "b").caughtUp();
            };
            assertThat(compared(view, made, 1)).isEmpty();
            assertThat(compared(view, view.made(), MUCH)).isEmpty();
            assertThat(readings[0]).isGreaterThanOrEqualTo(6);
        }

        @Test
        void shows_what_it_has_made_otherwise_meanwhile() {
            Comparison.Made made = view.stored("a", "b").caughtUp().made();
            view.stored("b", "a", "b").caughtUp().damage("b", new BsonInt64(0));
            assertThat(compared(view, made, MUCH)).containsExactly(changed("b", "d.sum", "0", "50"));
        }

        @Test
        void shows_a_damage_that_is_old_although_others_move_on() {
            Comparison.Made made = view.stored("a", "b").caughtUp().made();
            view.damage("a", new BsonInt64(7));
            view.beforeReading = () -> view.stored("b").caughtUp();
            assertThat(compared(view, made, 1)).containsExactly(changed("a", "d.sum", "7", "10"));
        }

        @Test
        void is_waited_for_before_documents_are_read_again() {
            Comparison.Made made = view.stored("a").caughtUp().made();
            view.stored("a", "a").caughtUp();
            assertThat(compared(view, made, MUCH)).isEmpty();
            assertThat(view.awaited).containsExactly(3L);
        }
    }

    @Nested
    class A_document_that_is_half_replaced {

        @Test
        void is_read_again() {
            view.stored("a", "b").caughtUp();
            BsonDocument whole = Objects.requireNonNull(view.documents().get("a"));
            view.damage("a", new BsonInt64(99));
            int[] readings = {0};
            view.beforeReading = () -> {
                readings[0]++;
                if (readings[0] > 2) {
                    view.documents().put("a", whole);
                }
            };
            assertThat(compared(MUCH)).isEmpty();
            assertThat(readings[0]).isEqualTo(3);
        }

        @Test
        void is_believed_when_it_stays_so() {
            view.stored("a").caughtUp().damage("a", new BsonInt64(99));
            int[] readings = {0};
            view.beforeReading = () -> readings[0]++;
            assertThat(compared(MUCH)).hasSize(1);
            assertThat(readings[0]).isEqualTo(Comparison.READINGS);
        }
    }

    /** Exactly the documents that are not what the events make are found, whenever they are read. */
    @Property(tries = 500)
    void finds_exactly_what_is_damaged(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int documents,
            @ForAll @IntRange(min = 1, max = 4_000) int limit) {
        Random random = new Random(seed);
        ScriptedView moving = new ScriptedView();
        List<String> ids = IntStream.range(0, documents).mapToObj(i -> "d" + i).toList();
        ids.forEach(moving::stored);
        moving.caughtUp();
        Set<String> damaged =
                ids.stream().filter(id -> random.nextInt(4) == 0).collect(Collectors.toCollection(TreeSet::new));
        List<String> whole = ids.stream().filter(id -> !damaged.contains(id)).toList();
        damaged.forEach(id -> {
            if (random.nextBoolean()) {
                moving.damage(id, new BsonInt64(-1));
            } else {
                moving.documents().remove(id);
            }
        });
        Comparison.Made made = moving.made();
        int[] left = {200};
        moving.beforeReading = () -> {
            for (int i = random.nextInt(4); i > 0 && left[0] > 0 && !whole.isEmpty(); i--) {
                left[0]--;
                moving.stored(random.nextInt(5) == 0 ? "new" + left[0] : whole.get(random.nextInt(whole.size())));
                if (random.nextBoolean()) {
                    moving.caughtUp();
                }
            }
        };
        List<Difference> found = compared(moving, made, limit);
        assertThat(found).extracting(Difference::document).containsExactlyInAnyOrderElementsOf(damaged);
    }
}
