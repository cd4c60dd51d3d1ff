package dev.creatorledger.platform.store;

import static dev.creatorledger.platform.store.TestStore.NOW;
import static dev.creatorledger.platform.store.TestStore.at;
import static dev.creatorledger.platform.store.TestStore.followers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions follow the order of commits, whoever writes, and without gaps. */
class CommitOrderIT {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 150;

    private final TestStore store = new TestStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
    }

    @Test
    void aReaderThatFollowsEightWritersNeverMeetsALowerPositionLaterAndMissesNone() throws Exception {
        List<Future<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String channel = "ch-" + writer;
            // Half of them in one process, half in processes of their own.
            LedgerEventStorageEngine engine = writer % 2 == 0 ? store.engine : store.anotherEngine();
            writers.add(threads.submit(() -> write(engine, channel)));
        }
        Future<List<Long>> ofThisProcess = threads.submit(() -> follow(store.engine, writers));
        List<Long> ofAnother = follow(store.anotherEngine(), writers);
        int written = 0;
        for (Future<Integer> writer : writers) {
            written += writer.get(60, TimeUnit.SECONDS);
        }
        List<Long> all = new ArrayList<>();
        for (long position = 1; position <= written; position++) {
            all.add(position);
        }
        assertThat(ofAnother).isEqualTo(all);
        assertThat(store.times()).as("U2").hasSize(written).isSorted();
        assertThat(ofThisProcess.get(60, TimeUnit.SECONDS)).isEqualTo(all);
    }

    /** Appends groups of all sizes, some of which fail and are rolled back. */
    private static int write(LedgerEventStorageEngine engine, String channel) {
        int sequence = 0;
        for (int i = 0; i < TRANSACTIONS; i++) {
            int size = 1 + ThreadLocalRandom.current().nextInt(20);
            List<DomainEventMessage<?>> group = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                Instant decidedAt = NOW.plusMillis(ThreadLocalRandom.current().nextInt(1_000));
                group.add(at(decidedAt, followers(channel, sequence + j)));
            }
            if (i % 10 == 9) {
                group.add(followers(channel, 0)); // taken
                assertThat(fails(engine, group)).isTrue();
            } else {
                engine.appendEvents(group);
                sequence += size;
            }
        }
        return sequence;
    }

    private static boolean fails(LedgerEventStorageEngine engine, List<DomainEventMessage<?>> group) {
        try {
            engine.appendEvents(group);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Reads on from the last position seen, until the writers are done and nothing is left. */
    private static List<Long> follow(LedgerEventStorageEngine engine, List<Future<Integer>> writers) {
        List<Long> seen = new ArrayList<>();
        TrackingToken last = engine.createTailToken();
        while (true) {
            boolean done = writers.stream().allMatch(Future::isDone);
            List<? extends TrackedEventMessage<?>> next =
                    engine.readEvents(last, false).toList();
            next.forEach(event -> seen.add(event.trackingToken().position().orElseThrow()));
            if (!seen.isEmpty()) {
                last = new GlobalSequenceTrackingToken(seen.get(seen.size() - 1));
            }
            if (done && next.isEmpty()) {
                return seen;
            }
        }
    }
}
