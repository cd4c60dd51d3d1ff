package dev.creatorledger.benchmarks.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends batches at a fixed rate, whether or not the ones before were answered, and measures each from the moment at
 * which it should have been sent: a service that stalls cannot hide it by slowing the sender down.
 */
final class SteadyRate {

    private final BatchClient client;
    private final int perSecond;

    SteadyRate(BatchClient client, int perSecond) {
        this.client = client;
        this.perSecond = perSecond;
    }

    /** Sends them all and waits for the last answer. */
    Latencies send(List<byte[]> bodies) {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>(bodies.size()));
        List<CompletableFuture<Void>> answers = new ArrayList<>(bodies.size());
        long begin = System.nanoTime() + interval;
        for (int i = 0; i < bodies.size(); i++) {
            long due = begin + i * interval;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(client.sendAsync(bodies.get(i)).thenAccept(position -> nanos.add(System.nanoTime() - due)));
        }
        answers.forEach(CompletableFuture::join);
        return new Latencies(nanos);
    }
}
