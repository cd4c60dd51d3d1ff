package dev.creatorledger.command.idempotency;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Outcomes that a test can have fail, or stand still, between the effect of a command and its mark. */
final class FailingOutcomes implements Outcomes {

    enum Step {
        KEEP,
        ABANDON
    }

    final Set<Step> failing = ConcurrentHashMap.newKeySet();

    private final Outcomes outcomes;
    private volatile @Nullable CountDownLatch reached;
    private volatile @Nullable CountDownLatch goOn;

    FailingOutcomes(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** The process is gone after the effect: nothing is marked any more. */
    void killed() {
        failing.add(Step.KEEP);
        failing.add(Step.ABANDON);
    }

    /** Has the next mark wait until {@link #goOn()}; {@link #awaitMark()} waits until it does. */
    void hold() {
        reached = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
    }

    void awaitMark() throws InterruptedException {
        CountDownLatch mark = reached;
        if (mark != null) {
            mark.await();
        }
    }

    void goOn() {
        CountDownLatch held = goOn;
        goOn = null;
        if (held != null) {
            held.countDown();
        }
    }

    @Override
    public Found reserve(KeyedRequest request, Instant now) {
        return outcomes.reserve(request, now);
    }

    @Override
    public void keep(Reservation reservation, Outcome outcome, Instant now) {
        CountDownLatch mark = reached;
        CountDownLatch held = goOn;
        if (mark != null && held != null) {
            mark.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        fail(Step.KEEP);
        outcomes.keep(reservation, outcome, now);
    }

    @Override
    public void release(Reservation reservation) {
        outcomes.release(reservation);
    }

    @Override
    public void abandon(Reservation reservation) {
        fail(Step.ABANDON);
        outcomes.abandon(reservation);
    }

    @Override
    public int forget(Instant now, int limit) {
        return outcomes.forget(now, limit);
    }

    private void fail(Step step) {
        if (failing.contains(step)) {
            throw new IllegalStateException("the test has it fail");
        }
    }
}
