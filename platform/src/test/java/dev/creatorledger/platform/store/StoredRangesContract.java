package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.event;
import static dev.creatorledger.platform.store.TestStore.followers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowEvent.ImpressionQualified;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.store.StoredEvents.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges of positions, read by kinds of events or of one stream, from wherever they begin. */
abstract class StoredRangesContract {

    private static final String FOLLOWERS = "FollowersReported";
    private static final String KIDS = "ChannelMadeForKidsChanged";
    private static final String QUALIFIED = "ImpressionQualified";

    private final TestStore store = new TestStore();
    private final StoredEvents events = events(store);

    abstract StoredEvents events(TestStore in);

    /** Positions 1 to 40: followers of ch-1, impressions of ch-1, followers of ch-10, kids of ch-1, again and again. */
    @BeforeEach
    void fill() {
        for (int i = 0; i < 10; i++) {
            ChannelId channel = new ChannelId("ch-1");
            store.append(
                    followers("ch-1", 2L * i),
                    qualified("ch-1", i),
                    followers("ch-10", i),
                    event(channel, 2L * i + 1, new ChannelMadeForKidsChanged(channel, i % 2 == 0)));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static DomainEventMessage<?> qualified(String channel, int number) {
        WindowId window = WindowId.of(new ChannelId(channel), NOW);
        Money net = Money.rialMicros(1_000);
        return event(
                window,
                number,
                new ImpressionQualified(
                        window,
                        "i" + number,
                        new VideoId("v"),
                        null,
                        "ad-1",
                        "PRE_ROLL",
                        NOW,
                        5_000,
                        net,
                        net.creatorPart(5_000)));
    }

    private List<Long> kinds(long after, long upTo, Kind... kinds) {
        List<Long> seen = new ArrayList<>();
        events.readKinds(List.of(kinds), after, upTo, stored -> seen.add(stored.position()));
        return seen;
    }

    private List<Long> stream(long after, long upTo, String... types) {
        List<Long> seen = new ArrayList<>();
        events.readStream("channel:ch-1", Set.of(types), after, upTo, stored -> seen.add(stored.position()));
        return seen;
    }

    @Test
    void of_rare_kinds_are_merged_in_the_order_of_positions() {
        assertThat(kinds(5, 12, new Kind(KIDS, Set.of()), new Kind(FOLLOWERS, Set.of())))
                .containsExactly(7L, 8L, 9L, 11L, 12L);
        assertThat(kinds(5, 12, new Kind(KIDS, Set.of()))).containsExactly(8L, 12L);
        assertThat(kinds(12, 12, new Kind(KIDS, Set.of()))).isEmpty();
    }

    @Test
    void can_be_of_some_streams_alone() {
        assertThat(kinds(0, 12, new Kind(FOLLOWERS, Set.of("channel:ch-1")))).containsExactly(1L, 5L, 9L);
        assertThat(kinds(0, 12, new Kind(FOLLOWERS, Set.of("channel:ch-1", "channel:ch-10"))))
                .containsExactly(1L, 3L, 5L, 7L, 9L, 11L);
        assertThat(kinds(0, 12, new Kind(FOLLOWERS, Set.of("channel:ch")))).isEmpty();
        assertThat(kinds(0, 8, new Kind(FOLLOWERS, Set.of("channel:ch-10")), new Kind(KIDS, Set.of())))
                .containsExactly(3L, 4L, 7L, 8L);
    }

    @Test
    void of_one_type_that_is_asked_for_twice_come_once() {
        Kind one = new Kind(FOLLOWERS, Set.of("channel:ch-1"));
        assertThat(kinds(0, 4, one, new Kind(FOLLOWERS, Set.of("channel:ch-10"))))
                .containsExactly(1L, 3L);
        assertThat(kinds(0, 4, one, new Kind(FOLLOWERS, Set.of()))).containsExactly(1L, 3L);
    }

    @Test
    void of_frequent_kinds_are_found_beside_others() {
        Kind impressions = new Kind(QUALIFIED, Set.of("window:ch-1:"));
        assertThat(kinds(4, 12, impressions, new Kind(FOLLOWERS, Set.of("channel:ch-1"))))
                .containsExactly(5L, 6L, 9L, 10L);
        assertThat(kinds(4, 12, new Kind(QUALIFIED, Set.of("window:ch:", "window:ch-10:"))))
                .isEmpty();
        assertThat(kinds(4, 12, new Kind(QUALIFIED, Set.of()))).containsExactly(6L, 10L);
    }

    @Test
    void of_a_stream_begin_and_end_at_any_position() {
        List<Long> all = stream(0, 100, FOLLOWERS, KIDS);
        assertThat(all).hasSize(20).isSorted();
        for (long after = 0; after <= 41; after++) {
            for (long upTo = after; upTo <= 42; upTo += 3) {
                long from = after;
                long to = upTo;
                assertThat(stream(after, upTo, FOLLOWERS, KIDS))
                        .as("%d to %d", after, upTo)
                        .isEqualTo(all.stream()
                                .filter(one -> one > from && one <= to)
                                .toList());
            }
        }
        assertThat(stream(9, 20, KIDS)).containsExactly(12L, 16L, 20L);
    }

    @Test
    void of_a_stream_that_there_is_not_are_empty() {
        List<StoredEvent> seen = new ArrayList<>();
        events.readStream("channel:nobody", Set.of(FOLLOWERS), 0, 100, seen::add);
        assertThat(seen).isEmpty();
    }
}
