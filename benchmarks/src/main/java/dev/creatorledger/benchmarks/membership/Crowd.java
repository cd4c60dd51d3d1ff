package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.benchmarks.system.BenchmarkException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/** Does something for each of many, some at once, each as soon as one before it is answered. */
final class Crowd {

    private final int atOnce;

    Crowd(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Does it for all, in no particular order, and gives the newest position that was answered. */
    <T> long each(List<T> all, ToLongFunction<T> work) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<Long>> shares = new ArrayList<>();
            for (int sender = 0; sender < atOnce; sender++) {
                shares.add(senders.submit(() -> share(all, next, work)));
            }
            long position = 0;
            for (Future<Long> share : shares) {
                position = Math.max(position, share.get());
            }
            return position;
        } catch (ExecutionException e) {
            throw new BenchmarkException("a sender failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        } finally {
            senders.shutdownNow();
        }
    }

    private static <T> long share(List<T> all, AtomicInteger next, ToLongFunction<T> work) {
        long position = 0;
        for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
            position = Math.max(position, work.applyAsLong(all.get(i)));
        }
        return position;
    }
}
