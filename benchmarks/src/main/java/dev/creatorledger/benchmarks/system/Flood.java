package dev.creatorledger.benchmarks.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends batches as fast as they are answered, a fixed number at once. */
final class Flood {

    private final BatchClient client;
    private final int atOnce;

    Flood(BatchClient client, int atOnce) {
        this.client = client;
        this.atOnce = atOnce;
    }

    /**
     * What it came to.
     *
     * @param begun when the first batch was sent, {@link System#nanoTime()}
     * @param ended when the last one was answered
     * @param position the newest position that was answered
     * @param latencies of each batch
     */
    record Result(long begun, long ended, long position, Latencies latencies) {

        double seconds() {
            return (ended - begun) / 1e9;
        }
    }

    /** Sends them all, in no particular order, and waits for the last answer. */
    Result send(List<byte[]> bodies) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(atOnce);
        try {
            long begun = System.nanoTime();
            List<Future<Share>> shares = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                shares.add(senders.submit(() -> sendShare(bodies, next)));
            }
            List<Long> nanos = new ArrayList<>(bodies.size());
            long position = 0;
            for (Future<Share> share : shares) {
                nanos.addAll(share.get().nanos());
                position = Math.max(position, share.get().position());
            }
            return new Result(begun, System.nanoTime(), position, new Latencies(nanos));
        } catch (ExecutionException e) {
            throw new BenchmarkException("a sender failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        } finally {
            senders.shutdownNow();
        }
    }

    private record Share(List<Long> nanos, long position) {}

    private Share sendShare(List<byte[]> bodies, AtomicInteger next) {
        List<Long> nanos = new ArrayList<>();
        long position = 0;
        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
            long sent = System.nanoTime();
            position = Math.max(position, client.send(bodies.get(i)));
            nanos.add(System.nanoTime() - sent);
        }
        return new Share(nanos, position);
    }
}
