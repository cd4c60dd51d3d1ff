package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.followers;
import static dev.creatorledger.platform.store.TestStore.followersUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.consultation.Consultation.StreamConsulted;
import dev.creatorledger.platform.start.AxonServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The event store on an Axon Server that runs, {@code host:port} in {@code LEDGER_IT_AXONSERVER}. */
class AxonServerStorageEngineIT {

    private static final String VARIABLE = "LEDGER_IT_AXONSERVER";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Streams of this test's own: the server keeps those of others. */
    private final String channel = "ch-" + UUID.randomUUID();

    private final String other = "ch-" + UUID.randomUUID();
    private final List<AutoCloseable> held = new ArrayList<>();
    private AxonServerStorageEngine engine;
    private AxonServerStoredEvents stored;
    private AxonServerStreamHeads heads;
    private String server;
    private long before;

    @BeforeEach
    void connect() {
        String named = System.getenv(VARIABLE);
        if (named == null) {
            System.out.println(VARIABLE + " is not set: Axon Server is skipped");
        }
        Assumptions.assumeTrue(named != null, VARIABLE + " is not set: Axon Server is skipped");
        server = named;
        AxonServerSettings settings = settings(server);
        AxonServerConnector connector = hold(new AxonServerConnector(settings, "ledger-it"));
        engine = engine(connector, settings);
        stored = new AxonServerStoredEvents(connector, settings, new EventSerializer());
        heads = new AxonServerStreamHeads(connector, settings);
        await().atMost(SOON).ignoreExceptions().until(() -> stored.head() >= 0);
        before = stored.head();
    }

    private static AxonServerSettings settings(String server) {
        AxonServerSettings plain =
                AxonServerSettings.of(System.getenv().getOrDefault("LEDGER_IT_AXONSERVER_TOKEN", ""), server);
        return new AxonServerSettings(
                plain.servers(),
                plain.context(),
                plain.token(),
                null,
                false,
                null,
                plain.permits(),
                plain.maxMessageSize(),
                plain.commitTimeout(),
                Duration.ofSeconds(5));
    }

    private static AxonServerStorageEngine engine(AxonServerConnector connector, AxonServerSettings settings) {
        return new AxonServerStorageEngine(connector, settings, new EventSerializer(), EventStoreSettings.defaults());
    }

    private <T extends AutoCloseable> T hold(T closeable) {
        held.add(0, closeable);
        return closeable;
    }

    @AfterEach
    void disconnect() throws Exception {
        for (AutoCloseable each : held) {
            each.close();
        }
    }

    private void append(DomainEventMessage<?>... events) {
        engine.appendEvents(Arrays.asList(events));
    }

    private List<StoredEvent> since() {
        List<StoredEvent> found = new ArrayList<>();
        stored.read(before, Long.MAX_VALUE, found::add);
        return found;
    }

    private List<String> order() {
        return since().stream()
                .map(one -> one.position() - before + " " + one.stream() + "@" + one.aggregateSequence())
                .toList();
    }

    private String stream(String name) {
        return new ChannelId(name).toString();
    }

    @Test
    void givesBackWhatWasStoredByteForByte() {
        DomainEventMessage<LedgerEvent> event = followers(channel, 0);
        append(event);
        StoredEvent read = since().get(0);
        EventSerializer serializer = new EventSerializer();
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new StoredEvent(
                        before + 1,
                        event.getIdentifier(),
                        "Channel",
                        stream(channel),
                        0,
                        NOW,
                        "FollowersReported",
                        "1",
                        serializer.payload(event.getPayload()),
                        serializer.metaData(event.getMetaData())));
        DomainEventMessage<?> loaded = engine.readEvents(stream(channel)).next();
        assertThat(loaded.getPayload()).isEqualTo(new FollowersReported(new ChannelId(channel), 0));
        assertThat(loaded.getTimestamp()).isEqualTo(NOW);
        assertThat(loaded.getMetaData()).isEqualTo(event.getMetaData());
    }

    @Test
    void numbersEventsOfAllStreamsWithoutGaps() {
        append(followersUpTo(channel, 3));
        append(followers(other, 0));
        append(followers(channel, 3));
        assertThat(order())
                .containsExactly(
                        "1 " + stream(channel) + "@0",
                        "2 " + stream(channel) + "@1",
                        "3 " + stream(channel) + "@2",
                        "4 " + stream(other) + "@0",
                        "5 " + stream(channel) + "@3");
        assertThat(heads.lastSequences(Set.of(stream(channel), stream(other), "channel:nobody")))
                .isEqualTo(Map.of(stream(channel), 3L, stream(other), 0L));
        assertThat(engine.lastSequenceNumberFor("channel:nobody")).isEmpty();
    }

    @Test
    void letsProcessorsFollowFromAnyPosition() {
        append(followersUpTo(channel, 5));
        try (Stream<? extends TrackedEventMessage<?>> read =
                engine.readEvents(new GlobalSequenceTrackingToken(before + 2), false)) {
            assertThat(read.map(one -> one.trackingToken().position().orElseThrow() - before))
                    .containsExactly(3L, 4L, 5L);
        }
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(before + 5));
    }

    @Test
    void beginsAtTheFirstEventForWhoeverHasSeenNone() {
        append(followersUpTo(channel, 1));
        List<Long> seen = new ArrayList<>();
        stored.read(-1, 1, event -> seen.add(event.position()));
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void readsAStreamFromAnySequence() {
        append(followersUpTo(channel, 300));
        assertThat(engine.readEvents(stream(channel), 290).asStream()).hasSize(10);
        assertThat(engine.readEvents(stream(channel), 300).hasNext()).isFalse();
        assertThat(engine.readEvents("channel:nobody").hasNext()).isFalse();
    }

    @Test
    void refusesWhoComesSecondAndStoresNothingOfIt() {
        append(followers(channel, 0));
        assertThatThrownBy(() -> append(followers(other, 0), followers(channel, 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(followers(other, 0), followers(channel, 2)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(order()).containsExactly("1 " + stream(channel) + "@0");
    }

    @Test
    void givesEachPlaceInAStreamToOneOfManyWriters() throws Exception {
        int writers = 8;
        int places = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        hold(threads::shutdownNow);
        List<Callable<Integer>> races = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            races.add(() -> won(places));
        }
        int won = 0;
        for (Future<Integer> race : threads.invokeAll(races)) {
            won += race.get();
        }
        assertThat(won).isEqualTo(places);
        assertThat(since()).hasSize(places);
    }

    private int won(int places) {
        int won = 0;
        for (int place = 0; place < places; place++) {
            try {
                append(followers(channel, place));
                won++;
            } catch (ConcurrencyException lost) {
                assertThat(lost).hasMessageContaining("another writer was first");
            }
        }
        return won;
    }

    @Test
    void storesAUnitOfWorkAtItsCommitOrNotAtAll() {
        UnitOfWork<Message<?>> kept = DefaultUnitOfWork.startAndGet(null);
        append(followers(channel, 0));
        UnitOfWork<Message<?>> nested = DefaultUnitOfWork.startAndGet(null);
        append(followers(other, 0));
        nested.commit();
        assertThat(order()).isEmpty();
        kept.commit();
        assertThat(order()).containsExactly("1 " + stream(channel) + "@0", "2 " + stream(other) + "@0");
        assertThat(Appended.in(kept).lastPosition()).isEqualTo(before + 2);
        UnitOfWork<Message<?>> gone = DefaultUnitOfWork.startAndGet(null);
        append(followers(channel, 1));
        gone.rollback();
        assertThat(since()).hasSize(2);
    }

    @Test
    void rollsAUnitOfWorkBackThatLostItsRace() {
        append(followers(channel, 0));
        UnitOfWork<Message<?>> late = DefaultUnitOfWork.startAndGet(null);
        append(followers(channel, 0));
        assertThatThrownBy(late::commit).isInstanceOf(ConcurrencyException.class);
        assertThat(late.isRolledBack()).isTrue();
        assertThat(since()).hasSize(1);
    }

    @Test
    void takesAPlaceInAStreamThatADecisionRestsOn() {
        append(followers(channel, 0));
        decidingOn(channel, 0, followers(other, 0)).commit();
        assertThat(order())
                .containsExactly(
                        "1 " + stream(channel) + "@0", "2 " + stream(other) + "@0", "3 " + stream(channel) + "@1");
        StoredEvent taken = since().get(2);
        assertThat(taken.type()).isEqualTo("StreamConsulted");
        assertThat(taken.aggregateType()).isEqualTo("Channel");
        assertThat(engine.readEvents(stream(channel), 1).next().getPayload())
                .isEqualTo(new StreamConsulted(stream(other)));
        assertThatThrownBy(() -> append(followers(channel, 1))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void storesNothingOfADecisionOnWhatHasChanged() {
        append(followers(channel, 0));
        UnitOfWork<Message<?>> late = decidingOn(channel, 0, followers(other, 0));
        // Not within this thread's unit of work.
        CompletableFuture.runAsync(() -> append(followers(channel, 1))).join();
        assertThatThrownBy(late::commit).isInstanceOf(ConcurrencyException.class);
        assertThat(order()).containsExactly("1 " + stream(channel) + "@0", "2 " + stream(channel) + "@1");
    }

    /** The server takes one stream after the other, so now and then each of them keeps the other from its second. */
    @Test
    void neverStoresBothOfTwoThatReadWhatTheOtherChanges() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        hold(threads::shutdownNow);
        int won = 0;
        for (int round = 0; round < 50; round++) {
            String read = "ch-" + UUID.randomUUID();
            String written = "ch-" + UUID.randomUUID();
            append(followers(read, 0), followers(written, 0));
            CyclicBarrier together = new CyclicBarrier(2);
            int stored = 0;
            for (Future<Boolean> one : threads.invokeAll(List.<Callable<Boolean>>of(
                    () -> isStored(together, read, written), () -> isStored(together, written, read)))) {
                stored += one.get() ? 1 : 0;
            }
            assertThat(stored).as("round %d", round).isLessThanOrEqualTo(1);
            won += stored;
        }
        assertThat(won).isPositive();
    }

    private boolean isStored(CyclicBarrier together, String read, String written) throws Exception {
        UnitOfWork<Message<?>> unit = decidingOn(read, 0, followers(written, 1));
        together.await();
        try {
            unit.commit();
            return true;
        } catch (ConcurrencyException lost) {
            return false;
        }
    }

    private UnitOfWork<Message<?>> decidingOn(String name, long sequence, DomainEventMessage<?> event) {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
        ReadStreams.in(unit).upTo("Channel", stream(name), sequence);
        append(event);
        return unit;
    }

    @Test
    void failsAtOnceWhileTheServerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        Proxy proxy = hold(Proxy.to(server));
        AxonServerSettings through = settings(proxy.address());
        AxonServerConnector connector = hold(new AxonServerConnector(through, "ledger-it-proxied"));
        AxonServerStorageEngine cutOff = engine(connector, through);
        await().atMost(SOON).ignoreExceptions().until(() -> cutOff.lastSequenceNumberFor(stream(channel))
                .isEmpty());
        cutOff.appendEvents(followers(channel, 0));
        proxy.cut();
        long begun = System.nanoTime();
        assertThat(catchThrowable(() -> cutOff.appendEvents(followers(channel, 1))))
                .isInstanceOf(EventStoreException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(heads.lastSequences(Set.of(stream(channel)))).containsEntry(stream(channel), 0L);
        proxy.mend();
        await().atMost(SOON)
                .ignoreExceptionsInstanceOf(EventStoreException.class)
                .until(() -> {
                    cutOff.appendEvents(followers(channel, 1));
                    return true;
                });
        assertThat(heads.lastSequences(Set.of(stream(channel)))).containsEntry(stream(channel), 1L);
    }

    @Nested
    class Appends extends AxonServerAppends {}
}
