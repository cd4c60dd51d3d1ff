package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.event;
import static dev.creatorledger.platform.store.TestStore.followers;
import static dev.creatorledger.platform.store.TestStore.followersUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.wakeup.WakeUp.SettlementDeadlineReached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEventStorageEngineIT {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");

    private final TestStore store = new TestStore();
    private final LedgerEventStorageEngine engine = store.engine;

    @AfterEach
    void close() {
        store.close();
    }

    private static List<? extends TrackedEventMessage<?>> after(LedgerEventStorageEngine engine, long position) {
        return engine.readEvents(new GlobalSequenceTrackingToken(position), false)
                .toList();
    }

    private static List<Long> positions(List<? extends TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    private static List<DomainEventMessage<?>> loaded(DomainEventStream stream) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        stream.forEachRemaining(events::add);
        return events;
    }

    @Nested
    class Appending {

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 8, 700}) // by INSERT and by COPY
        void isReadBackAsItWas(int count) {
            DomainEventMessage<?>[] written = followersUpTo("ch-1", count);
            store.append(written);
            List<? extends TrackedEventMessage<?>> read = after(store.anotherEngine(), 0);
            assertThat(read).hasSize(count);
            for (int i = 0; i < count; i++) {
                assertSame(written[i], (DomainEventMessage<?>) read.get(i));
            }
        }

        @Test
        void isHandedOnFromMemoryJustAsItIsStored() {
            store.append(followersUpTo("ch-1", 20));
            List<? extends TrackedEventMessage<?>> held = after(engine, 0);
            List<? extends TrackedEventMessage<?>> stored = after(store.anotherEngine(), 0);
            assertThat(positions(held)).isEqualTo(positions(stored));
            for (int i = 0; i < held.size(); i++) {
                assertSame((DomainEventMessage<?>) held.get(i), (DomainEventMessage<?>) stored.get(i));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 12}) // by INSERT and by COPY
        @DisplayName("U2 records nothing earlier than what stands before it")
        void recordsInTheOrderOfPositions(int count) {
            store.append(followers("ch-1", 0));
            DomainEventMessage<?>[] decidedEarlier = IntStream.range(0, count)
                    .mapToObj(i -> event(
                            new PayoutId("p"),
                            i,
                            new PayoutTransferRead(new PayoutId("p")),
                            TestStore.SYSTEM,
                            NOW.minusMillis(300 - i)))
                    .toArray(DomainEventMessage<?>[]::new);
            store.append(decidedEarlier);
            List<? extends TrackedEventMessage<?>> held = after(engine, 1);
            List<? extends TrackedEventMessage<?>> stored = after(store.anotherEngine(), 1);
            assertThat(held).hasSize(count);
            for (int i = 0; i < count; i++) {
                assertThat(held.get(i).getTimestamp()).isEqualTo(NOW);
                assertThat(held.get(i).getIdentifier()).isEqualTo(decidedEarlier[i].getIdentifier());
                assertSame((DomainEventMessage<?>) held.get(i), (DomainEventMessage<?>) stored.get(i));
            }
        }

        @Test
        void goesOnWhenTheServerHasPreparedItsStatements() {
            store.dataSource.setMaximumPoolSize(1); // the same connection each time
            for (int i = 0; i < 20; i++) {
                store.append(followers("ch-1", i));
            }
            assertThat(after(store.anotherEngine(), 0)).hasSize(20);
        }

        @Test
        void recordsNothingInAFutureThatWasRehearsed() {
            store.append(event(
                    new PayoutId("p"),
                    0,
                    new PayoutTransferRead(new PayoutId("p")),
                    TestStore.SYSTEM,
                    NOW.plus(Duration.ofDays(121))));
            store.append(followers("ch-1", 0));
            assertThat(after(store.anotherEngine(), 1).get(0).getTimestamp()).isEqualTo(NOW);
        }

        @Test
        void numbersEventsFromOneWithoutGaps() {
            store.append(followersUpTo("ch-1", 10));
            store.append(followers("ch-2", 0));
            assertThat(positions(after(engine, 0))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        }

        @Test
        void tellsTheUnitOfWorkItsLastPosition() {
            store.append(followersUpTo("ch-1", 10));
            UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
            root.attachTransaction(store.transactions);
            root.onPrepareCommit(u -> store.append(followers("ch-2", 0), followers("ch-2", 1)));
            root.commit();
            assertThat(Appended.in(root).lastPosition()).isEqualTo(12);
            assertThat(engine.createHeadToken().position()).hasValue(12);
        }

        @Test
        void leavesNothingBehindWhenRolledBack() {
            UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
            root.attachTransaction(store.transactions);
            store.append(followersUpTo("ch-1", 10));
            root.rollback();
            store.append(followers("ch-2", 0));
            assertThat(store.order()).containsExactly("channel:ch-2@0");
            assertThat(positions(after(engine, 0))).containsExactly(1L);
        }

        @Test
        void refusesAnEventWithoutAStream() {
            var event = GenericEventMessage.asEventMessage(new FollowersReported(CHANNEL, 1));
            assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> engine.appendEvents(event));
        }

        @Test
        void givesAWakeUpThatIsNoAggregatesAStreamOfItsOwn() {
            EventMessage<?> wakeUp = GenericEventMessage.asEventMessage(
                            new SettlementDeadlineReached(new PayoutId("p-1"), Instant.parse("2026-06-24T20:30:00Z")))
                    .andMetaData(Map.of("actor", "service"));
            engine.appendEvents(wakeUp);
            for (LedgerEventStorageEngine each : List.of(engine, store.anotherEngine())) {
                DomainEventMessage<?> read =
                        (DomainEventMessage<?>) after(each, 0).get(0);
                assertThat(read.getIdentifier()).isEqualTo(wakeUp.getIdentifier());
                assertThat(read.getPayload()).isEqualTo(wakeUp.getPayload());
                assertThat(read.getMetaData()).isEqualTo(wakeUp.getMetaData());
                assertThat(read.getType()).isEqualTo("WakeUp");
                assertThat(read.getAggregateIdentifier()).isEqualTo("wake-up:" + wakeUp.getIdentifier());
                assertThat(read.getSequenceNumber()).isZero();
            }
        }

        private void assertSame(DomainEventMessage<?> expected, DomainEventMessage<?> actual) {
            assertThat(actual.getIdentifier()).isEqualTo(expected.getIdentifier());
            assertThat(actual.getPayload()).isEqualTo(expected.getPayload());
            assertThat(actual.getMetaData()).isEqualTo(expected.getMetaData());
            assertThat(actual.getTimestamp()).isEqualTo(expected.getTimestamp());
            assertThat(actual.getType()).isEqualTo(expected.getType());
            assertThat(actual.getAggregateIdentifier()).isEqualTo(expected.getAggregateIdentifier());
            assertThat(actual.getSequenceNumber()).isEqualTo(expected.getSequenceNumber());
        }
    }

    @Nested
    class A_conflict {

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 50})
        void isAConcurrencyExceptionAndStoresNothing(int count) {
            store.append(followersUpTo("ch-1", 1));
            assertThatThrownBy(() -> store.append(followersUpTo("ch-1", count)))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(store.order()).containsExactly("channel:ch-1@0");
            assertThat(after(engine, 1)).isEmpty();
        }

        @Test
        void leavesTheStoreUsable() {
            store.append(followersUpTo("ch-1", 9));
            assertThatThrownBy(() -> store.append(followersUpTo("ch-1", 9))).isInstanceOf(ConcurrencyException.class);
            store.append(followers("ch-1", 9));
            assertThat(positions(after(engine, 9))).containsExactly(10L);
        }
    }

    @Nested
    class Loading_a_stream {

        @Test
        void givesItsEventsFromASequenceOn() {
            store.append(followersUpTo("ch-1", 30));
            store.append(followersUpTo("ch-2", 3));
            List<DomainEventMessage<?>> events = loaded(engine.readEvents("channel:ch-1", 25));
            assertThat(events)
                    .extracting(DomainEventMessage::getSequenceNumber)
                    .containsExactly(25L, 26L, 27L, 28L, 29L);
            assertThat(loaded(engine.readEvents("channel:ch-3", 0))).isEmpty();
        }

        @Test
        void readsOnBeyondOneBatch() {
            var small = new LedgerEventStorageEngine(
                    store.connections, store.transactions, new EventSerializer(), new EventStoreSettings(7, 16, 1_000));
            store.append(followersUpTo("ch-1", 30));
            assertThat(loaded(small.readEvents("channel:ch-1", 0))).hasSize(30);
            assertThat(positions(after(small, 0))).hasSize(30).doesNotHaveDuplicates();
        }

        @Test
        void tellsTheLastSequence() {
            store.append(followersUpTo("ch-1", 30));
            assertThat(engine.lastSequenceNumberFor("channel:ch-1")).contains(29L);
            assertThat(engine.lastSequenceNumberFor("channel:ch-2")).isEmpty();
            assertThat(new JdbcStreamHeads(store.connections)
                            .lastSequences(List.of("channel:ch-1", "channel:ch-2", "video:v")))
                    .isEqualTo(Map.of("channel:ch-1", 29L));
        }

        @Test
        void stopsAtATypeItDoesNotKnow() {
            store.append(followers("ch-1", 0));
            store.execute("UPDATE domain_event SET payload_type = 'NotYetInvented'");
            LedgerEventStorageEngine another = store.anotherEngine();
            assertThatThrownBy(() -> loaded(another.readEvents("channel:ch-1", 0)))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("NotYetInvented");
        }
    }

    @Nested
    class Finding_a_time {

        private void recordAt(Instant... times) {
            for (int i = 0; i < times.length; i++) {
                LedgerEvent payload = new FollowersReported(CHANNEL, i);
                store.append(event(CHANNEL, i, payload, TestStore.SYSTEM, times[i]));
            }
        }

        private long positionAt(Instant time) {
            TrackingToken token = engine.createTokenAt(time);
            return token.position().orElseThrow();
        }

        @Test
        void givesThePlaceJustBeforeTheFirstEventOfThatTimeOrLater() {
            Instant start = TestStore.NOW;
            recordAt(start, start.plusSeconds(1), start.plus(Duration.ofHours(2)), start.plus(Duration.ofDays(40)));
            assertThat(positionAt(start.minus(Duration.ofDays(400)))).isZero();
            assertThat(positionAt(start)).isZero();
            assertThat(positionAt(start.plusNanos(1_000))).isEqualTo(1);
            assertThat(positionAt(start.plusSeconds(2))).isEqualTo(2);
            assertThat(positionAt(start.plus(Duration.ofHours(3)))).isEqualTo(3);
            assertThat(positionAt(start.plus(Duration.ofDays(41)))).isEqualTo(4);
        }

        @Test
        void ofAnEmptyStoreIsTheBeginning() {
            assertThat(positionAt(TestStore.NOW)).isZero();
            assertThat(engine.createHeadToken().position()).hasValue(0);
        }
    }

    @Nested
    class Following_the_stream {

        @Test
        void seesWhatThisProcessAndAnotherOneCommitInTheirOrder() throws Exception {
            EmbeddedEventStore events = EmbeddedEventStore.builder()
                    .storageEngine(engine)
                    .fetchDelay(20)
                    .build();
            LedgerEventStorageEngine another = store.anotherEngine();
            List<Long> seen = new ArrayList<>();
            try (var stream = events.openStream(engine.createTailToken())) {
                for (int i = 0; i < 200; i++) {
                    (i % 3 == 0 ? another : engine).appendEvents(followers("ch-1", i));
                    seen.add(stream.nextAvailable().trackingToken().position().orElseThrow());
                }
            } finally {
                events.shutDown();
            }
            assertThat(seen)
                    .hasSize(200)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .startsWith(1L)
                    .endsWith(200L);
        }
    }
}
