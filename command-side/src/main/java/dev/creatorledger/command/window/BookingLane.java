package dev.creatorledger.command.window;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.AppendTooLarge;
import dev.creatorledger.platform.tracing.Trace;
import dev.creatorledger.platform.tracing.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one lane in which windows change: a single thread takes every batch that waits and books all of them in one
 * commit, for commits are what costs. Nobody is answered before that commit; if it fails, each batch is tried once
 * more alone.
 */
public final class BookingLane implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BookingLane.class);
    private static final long LISTEN_MILLIS = 100;
    private static final int PHASE = 1_000;
    private static final int ERRANDS = 8;

    private final Booking booking;
    private final BlockingQueue<Task> queue;
    private final int groupImpressions;
    private final Duration patience;
    private final Tracing tracing;
    private final BookingMeters meters = new BookingMeters();
    private volatile boolean open;
    private @Nullable Thread thread;
    private @Nullable Task held;

    BookingLane(Booking booking, BookingSettings settings, Tracing tracing) {
        this.booking = booking;
        // Every batch that is let in finds room beside the errands, of which there are a few.
        this.queue = new ArrayBlockingQueue<>(settings.places() + ERRANDS);
        this.groupImpressions = settings.groupImpressions();
        this.patience = settings.patience();
        this.tracing = tracing;
    }

    /** What waits for the lane. */
    private sealed interface Task {}

    private record Waiting(Batch batch, CompletableFuture<Booked> answer) implements Task {}

    private record Errand(Runnable work) implements Task {}

    /**
     * Books a batch and waits until it is stored.
     *
     * @throws Refusal {@code UNAVAILABLE} if it could not be stored in time, or the refusal of its backfill
     */
    Booked book(Batch batch) {
        Waiting task = new Waiting(batch.within(tracing.current()), new CompletableFuture<>());
        long since = System.nanoTime();
        enqueue(task);
        Booked booked = await(task.answer());
        meters.answered(booked.batch(), since);
        return booked;
    }

    /** Does something between two groups of batches, and waits for it. */
    <R> R inTurn(Callable<R> work) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        enqueue(new Errand(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        }));
        return await(answer);
    }

    private void enqueue(Task task) {
        requireOpen();
        try {
            if (!queue.offer(task, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(ErrorCode.UNAVAILABLE, "Too many batches are waiting to be booked.");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is stopping.");
        }
    }

    private <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "Booking takes too long; whether it happens is not known.");
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            if (e.getCause() instanceof AppendTooLarge) {
                throw new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "The batch is more than is stored at once; split it.");
            }
            LOG.error("Booking failed", e.getCause());
            throw new Refusal(ErrorCode.UNAVAILABLE, "The batch could not be stored; try again.");
        }
    }

    private static Refusal interrupted() {
        Thread.currentThread().interrupt();
        return new Refusal(ErrorCode.UNAVAILABLE, "The service is stopping.");
    }

    private void run() {
        while (open || held != null || !queue.isEmpty()) {
            try {
                Task next = next();
                if (next instanceof Errand errand) {
                    errand.work().run();
                } else if (next instanceof Waiting first) {
                    bookGroup(groupFrom(first));
                }
            } catch (InterruptedException e) {
                LOG.debug("The lane listens on until what waits is done", e);
            }
        }
    }

    private @Nullable Task next() throws InterruptedException {
        Task first = held;
        held = null;
        return first != null ? first : queue.poll(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * The batches that wait behind the first, as many as are committed together; an errand waits for the next turn.
     */
    private List<Waiting> groupFrom(Waiting first) {
        List<Waiting> group = new ArrayList<>();
        group.add(first);
        int impressions = first.batch().items().size();
        while (impressions < groupImpressions) {
            Task next = queue.poll();
            if (!(next instanceof Waiting waiting)) {
                held = next;
                break;
            }
            group.add(waiting);
            impressions += waiting.batch().items().size();
        }
        return group;
    }

    /** A group that the store does not take at once is booked in halves, down to the batch that is too large alone. */
    private void bookGroup(List<Waiting> group) {
        long since = System.nanoTime();
        try {
            long position = book(group.stream().map(Waiting::batch).toList());
            meters.committed(sizeOf(group), since);
            group.forEach(each -> each.answer().complete(new Booked(each.batch(), position)));
        } catch (AppendTooLarge e) {
            LOG.debug("{} batches are too much for one append", group.size(), e);
            if (group.size() == 1) {
                group.get(0).answer().completeExceptionally(e);
                return;
            }
            List<Waiting> again = group.stream()
                    .map(each -> new Waiting(each.batch().again(), each.answer()))
                    .toList();
            int half = again.size() / 2;
            bookGroup(again.subList(0, half));
            bookGroup(again.subList(half, again.size()));
        } catch (Exception | Error e) {
            LOG.warn("{} batches could not be booked together; each is tried alone", group.size(), e);
            group.forEach(this::bookAlone);
        }
    }

    /** Books them within the trace of the first that has one; each of the others is told in its own. */
    private long book(List<Batch> group) {
        List<Batch> traced = group.stream()
                .map(batch -> batch.within(batch.trace().begin("book batch")))
                .toList();
        Trace first = traced.stream()
                .map(Batch::trace)
                .filter(Trace::isRecorded)
                .findFirst()
                .orElse(Trace.NONE);
        try {
            long position = first.within(() -> booking.book(traced));
            traced.forEach(batch -> batch.trace().end());
            return position;
        } catch (RuntimeException | Error e) {
            traced.forEach(batch -> batch.trace().fail(e));
            throw e;
        }
    }

    private static int sizeOf(List<Waiting> group) {
        return group.stream().mapToInt(task -> task.batch().items().size()).sum();
    }

    private void bookAlone(Waiting task) {
        try {
            Batch batch = task.batch().again();
            task.answer().complete(new Booked(batch, book(List.of(batch))));
        } catch (Exception | Error e) {
            task.answer().completeExceptionally(e);
        }
    }

    @Override
    public void start() {
        open = true;
        Thread lane = new Thread(this::run, "booking-lane");
        thread = lane;
        lane.start();
    }

    /** Takes nothing more, and returns when all that was taken is stored or refused. */
    @Override
    public void stop() {
        open = false;
        Thread lane = thread;
        if (lane != null) {
            try {
                lane.join(patience.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** After the aggregates and before the web server; stopped in the opposite order. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
