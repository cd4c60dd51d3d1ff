package dev.creatorledger.standalone.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on a few threads and makes the one who brings them wait while as many again are waiting, so
 * that memory is bounded. The first failure stops it.
 */
public final class InFlight implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore places;
    private final int size;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** So many tasks at once, and as many waiting. */
    public InFlight(int tasks) {
        this.size = tasks * 2;
        this.places = new Semaphore(size);
        this.threads = Executors.newFixedThreadPool(tasks, task -> {
            Thread thread = new Thread(task, "in-flight");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes a task, as soon as there is a place; throws what an earlier one threw. */
    public void submit(Runnable task) {
        acquire(1);
        RuntimeException failed = failure.get();
        if (failed != null) {
            places.release();
            throw failed;
        }
        threads.execute(() -> {
            try {
                if (failure.get() == null) {
                    task.run();
                }
            } catch (RuntimeException thrown) {
                failure.compareAndSet(null, thrown);
            } finally {
                places.release();
            }
        });
    }

    /** Waits until every task so far is done; throws what one threw. */
    public void await() {
        acquire(size);
        places.release(size);
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void acquire(int permits) {
        try {
            places.acquire(permits);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", interrupted);
        }
    }
}
