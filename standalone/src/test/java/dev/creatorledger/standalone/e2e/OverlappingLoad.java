package dev.creatorledger.standalone.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Batches that overlap, sent to several nodes at once: each until it is acknowledged, to another node where one does not
 * answer.
 */
final class OverlappingLoad implements AutoCloseable {

    private static final int SENDERS = 4;
    private static final int STEP = 20;
    private static final int BATCH = 50;
    private static final long REST_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Api> nodes;
    private final List<String> videos;
    private final Instant shownAt;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final List<Future<?>> sending = new ArrayList<>();

    /** Begins to send. */
    OverlappingLoad(List<Api> nodes, List<String> videos, Instant shownAt) {
        this.nodes = nodes;
        this.videos = videos;
        this.shownAt = shownAt;
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = sender;
            sending.add(senders.submit(() -> {
                for (int turn = first; !enough.get(); turn++) {
                    sendUntilAcknowledged(next.getAndIncrement(), turn);
                }
            }));
        }
    }

    private void sendUntilAcknowledged(int batch, int turn) {
        List<String> impressions = new ArrayList<>();
        for (int i = batch * STEP; i < batch * STEP + BATCH; i++) {
            impressions.add(Stage.impression("i-" + i, videos.get(i % videos.size()), shownAt, 5_000, "10.5"));
        }
        String body = Stage.batch(impressions.toArray(String[]::new));
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = turn; !sent(nodes.get(attempt % nodes.size()), body); attempt++) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException("batch " + batch + " is not acknowledged");
            }
            repeated.incrementAndGet();
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    /** Whether a node has acknowledged a batch; a node that is away, or another refusal for now, has not. */
    private boolean sent(Api node, String body) {
        Api.Answer answer;
        try {
            answer = node.post("/v1/impressions:batch", body);
        } catch (UncheckedIOException away) {
            return false;
        }
        if (answer.status() == 503 || answer.status() == 429) {
            return false;
        }
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        Map<String, Integer> earned = new HashMap<>();
        Stage.outcomes(answer).forEach((id, outcome) -> {
            if (!outcome.equals("qualified") && !outcome.equals("duplicate")) {
                throw new IllegalStateException(id + " is " + outcome);
            }
            earned.put(id, outcome.equals("qualified") ? 1 : 0);
        });
        earned.forEach((id, times) -> acknowledged.merge(id, times, Integer::sum));
        return true;
    }

    /** How many batches were begun so far. */
    int batches() {
        return next.get();
    }

    /** How often a batch had to be sent again. */
    int repeated() {
        return repeated.get();
    }

    /** Ends it: every impression that was acknowledged, and how often it was told to have earned. */
    Map<String, Integer> end() throws Exception {
        enough.set(true);
        for (Future<?> each : sending) {
            each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return Map.copyOf(acknowledged);
    }

    @Override
    public void close() {
        enough.set(true);
        senders.shutdownNow();
    }
}
