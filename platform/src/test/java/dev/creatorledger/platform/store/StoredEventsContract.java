package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.event;
import static dev.creatorledger.platform.store.TestStore.followers;
import static dev.creatorledger.platform.store.TestStore.followersUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.WindowEvent.ImpressionWindowOpened;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.store.StoredEvents.Filter;
import dev.creatorledger.platform.store.StoredEvents.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What holds of stored events, however they are looked for. */
abstract class StoredEventsContract {

    private final TestStore store = new TestStore();
    private final StoredEvents events = events(store);

    abstract StoredEvents events(TestStore in);

    @AfterEach
    void close() {
        store.close();
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).collect(Collectors.toList());
    }

    @Nested
    class Reading_a_range {

        @Test
        void handsOverEveryEventInOrderFromAfterOneToAnother() {
            store.append(followersUpTo("ch-1", 5_000));
            List<Long> seen = new ArrayList<>();
            events.read(100, 4_990, stored -> seen.add(stored.position()));
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(101, 4_990).boxed().toList());
            assertThat(events.head()).isEqualTo(5_000);
        }

        @Test
        void givesTheBytesAsStored() {
            store.append(followers("ch-1", 0));
            StoredEvent stored =
                    events.page(new Filter(null, null, null, null, null), 0, 1).get(0);
            assertThat(new String(stored.payload(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"channelId\":\"ch-1\",\"followers\":0}");
            assertThat(new String(stored.metadata(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"actor\":\"system\",\"causationId\":\"m-1\",\"correlationId\":\"c-1\"}");
            assertThat(stored.recordedAt()).isEqualTo(NOW);
            assertThat(stored.type()).isEqualTo("FollowersReported");
            assertThat(stored.revision()).isEqualTo("1");
            assertThat(stored.aggregateType()).isEqualTo("Channel");
        }

        @Test
        void endsWithWhatTheCallerThrows() {
            store.append(followersUpTo("ch-1", 3));
            assertThatThrownBy(() -> events.read(0, 3, stored -> {
                        throw new IllegalStateException("enough");
                    }))
                    .hasMessage("enough");
            assertThat(events.head()).isEqualTo(3);
        }
    }

    @Nested
    class A_page {

        private final ChannelId channel = new ChannelId("ch-1");
        private final WindowId window = WindowId.parse("ch-1:2026-01-15T05");

        private void fill() {
            store.append(followersUpTo("ch-1", 3)); // positions 1 to 3
            store.append(followersUpTo("ch-2", 2)); // 4 and 5
            store.append(event(window, 0, new ImpressionWindowOpened(window, 5_500, 1, null))); // 6
            // 7: somebody else, later, with a reason that only looks like another actor
            store.append(event(
                    channel,
                    3,
                    new ChannelMadeForKidsChanged(channel, true),
                    MetaData.from(Map.of("actor", "op \"x\"", "correlationId", "c", "reason", "\"actor\":\"system\"")),
                    NOW.plusSeconds(3_600)));
        }

        private List<Long> found(
                @Nullable String aggregate,
                @Nullable String type,
                @Nullable String actor,
                @Nullable Instant from,
                @Nullable Instant to) {
            return positions(events.page(new Filter(aggregate, type, actor, from, to), 0, 100));
        }

        @Test
        void isOfAnAggregateAsCallersWriteItOrOfAStream() {
            fill();
            assertThat(found("ch-1", null, null, null, null)).containsExactly(1L, 2L, 3L, 7L);
            assertThat(found("ch-1:2026-01-15T05", null, null, null, null)).containsExactly(6L);
            assertThat(found("channel:ch-2", null, null, null, null)).containsExactly(4L, 5L);
            assertThat(found("ch", null, null, null, null)).isEmpty();
        }

        @Test
        void isOfAType() {
            fill();
            assertThat(found(null, "FollowersReported", null, null, null)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(found(null, "ImpressionQualified", null, null, null)).isEmpty();
        }

        @Test
        void isOfAnActorExactly() {
            fill();
            assertThat(found(null, null, "system", null, null)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(found(null, null, "op \"x\"", null, null)).containsExactly(7L);
            assertThat(found(null, null, "syst", null, null)).isEmpty();
        }

        @Test
        void isOfATimeFromInclusiveToExclusive() {
            fill();
            assertThat(found(null, null, null, NOW.plusSeconds(1), null)).containsExactly(7L);
            assertThat(found(null, null, null, NOW, NOW.plusSeconds(3_600))).hasSize(6);
            assertThat(found("ch-1", "FollowersReported", "system", NOW, NOW.plusSeconds(1)))
                    .containsExactly(1L, 2L, 3L);
        }

        @Test
        void goesOnAfterAPositionAndHoldsNoMoreThanItsLimit() {
            fill();
            Filter all = new Filter(null, null, null, null, null);
            assertThat(positions(events.page(all, 0, 3))).containsExactly(1L, 2L, 3L);
            assertThat(positions(events.page(all, 3, 3))).containsExactly(4L, 5L, 6L);
            assertThat(positions(events.page(new Filter("ch-1", null, null, null, null), 2, 1)))
                    .containsExactly(3L);
            assertThat(events.page(all, 7, 3)).isEmpty();
        }
    }

    @Nested
    class Sources {

        private final WindowId window = WindowId.parse("ch-1:2026-01-15T05");

        private void fill() {
            store.append(followersUpTo("ch-1", 3)); // positions 1 to 3
            store.append(event(window, 0, new ImpressionWindowOpened(window, 5_500, 1, null))); // 4
            store.append(followersUpTo("ch-2", 2)); // 5 and 6
            store.append(madeForKids(NOW.plusSeconds(90))); // 7: further ahead than threads are of each other
            store.append(event(window, 1, new ImpressionWindowOpened(window, 5_500, 1, null))); // 8
        }

        private DomainEventMessage<?> madeForKids(Instant at) {
            ChannelId channel = new ChannelId("ch-1");
            return event(
                    channel, 3, new ChannelMadeForKidsChanged(channel, true), MetaData.from(Map.of("actor", "x")), at);
        }

        private static Source source(@Nullable String stream, String... types) {
            return new Source(Set.of(types), stream);
        }

        private List<Long> range(long after, long upTo, Source... sources) {
            List<Long> seen = new ArrayList<>();
            events.read(List.of(sources), after, upTo, stored -> seen.add(stored.position()));
            return seen;
        }

        private List<Long> newest(long before, int limit, Source... sources) {
            return positions(events.newest(List.of(sources), before, limit));
        }

        @Test
        void areMergedInTheOrderOfPositions() {
            fill();
            Source both = source(null, "FollowersReported", "ChannelMadeForKidsChanged");
            assertThat(range(0, 100, both)).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
            assertThat(range(2, 6, both)).containsExactly(3L, 5L, 6L);
            assertThat(newest(100, 3, both)).containsExactly(7L, 6L, 5L);
            assertThat(newest(7, 2, both)).containsExactly(6L, 5L);
        }

        @Test
        void giveTheirOldestBetweenTwoPositions() {
            fill();
            Source both = source(null, "FollowersReported", "ChannelMadeForKidsChanged");
            assertThat(oldest(0, 7, 3, both)).containsExactly(1L, 2L, 3L);
            assertThat(oldest(3, 6, 3, both)).containsExactly(5L, 6L);
            assertThat(oldest(7, 100, 3, both)).isEmpty();
            Source ofChannel = source("channel:ch-1", "FollowersReported", "ChannelMadeForKidsChanged");
            assertThat(oldest(1, 100, 4, ofChannel, source("window:ch-1:", "ImpressionWindowOpened")))
                    .containsExactly(2L, 3L, 4L, 7L);
        }

        private List<Long> oldest(long after, long upTo, int limit, Source... sources) {
            return positions(events.oldest(List.of(sources), after, upTo, limit));
        }

        @Test
        void canBeOneStreamOrAllThatBeginAlike() {
            fill();
            Source ofChannel = source("channel:ch-1", "FollowersReported", "ChannelMadeForKidsChanged");
            Source windows = source("window:ch-1:", "ImpressionWindowOpened");
            assertThat(range(0, 100, ofChannel, windows)).containsExactly(1L, 2L, 3L, 4L, 7L, 8L);
            assertThat(newest(8, 3, ofChannel, windows)).containsExactly(7L, 4L, 3L);
            assertThat(newest(100, 3, source("window:ch:", "ImpressionWindowOpened")))
                    .isEmpty();
        }

        @Test
        void giveAStreamInItsOrderUpToAPosition() {
            fill();
            List<Long> seen = new ArrayList<>();
            events.readStream("channel:ch-1", Set.of("FollowersReported"), 0, 2, stored -> seen.add(stored.position()));
            assertThat(seen).containsExactly(1L, 2L);
        }

        @Test
        void haveALastOneRecordedByAnInstant() {
            fill();
            assertThat(events.lastRecordedBy(NOW.minusSeconds(1))).isZero();
            assertThat(events.lastRecordedBy(NOW.minusSeconds(3_600))).isZero();
            assertThat(events.lastRecordedBy(NOW.minus(Duration.ofDays(40)))).isZero();
            assertThat(events.lastRecordedBy(NOW))
                    .as("times may go back a little")
                    .isEqualTo(8);
            assertThat(events.lastRecordedBy(NOW.plus(Duration.ofDays(500)))).isEqualTo(8);
            assertThat(events.lastRecordedBy(Instant.parse("9999-12-31T23:59:59Z")))
                    .isEqualTo(8);
            assertThat(events.lastRecordedBy(Instant.parse("0001-01-01T00:00:00Z")))
                    .isZero();
            store.append(event(
                    new ChannelId("ch-3"),
                    0,
                    new ChannelMadeForKidsChanged(new ChannelId("ch-3"), true),
                    MetaData.from(Map.of("actor", "x")),
                    NOW.plusSeconds(7_200))); // 9
            assertThat(events.lastRecordedBy(NOW.plusSeconds(7_199))).isEqualTo(8);
            assertThat(events.lastRecordedBy(NOW.plusSeconds(7_200))).isEqualTo(9);
        }

        @Test
        void haveALastOneAlsoWhereItsTimeIsAlmostAnHourBackFromTheOneBefore() {
            store.append(madeForKids(NOW.minusSeconds(60))); // 1
            store.append(event(
                    window,
                    0,
                    new ImpressionWindowOpened(window, 5_500, 1, null),
                    TestStore.SYSTEM,
                    NOW.minusSeconds(3_659))); // 2
            assertThat(events.lastRecordedBy(NOW)).isEqualTo(2);
        }
    }
}
