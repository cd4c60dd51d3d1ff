package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * The events of one batch of a processor. They are folded together; where one of them cannot be, it is set aside with
 * all that follows it in its sequence, and the others are folded without.
 *
 * <p>A document takes no event below its own position, so none of a sequence may overtake one that is set aside: the
 * documents of a sequence are changed by no event of another ({@link ChannelOfEvent}).
 */
final class Delivery {

    private final Poison poison;
    private final GroupStore store;
    private final int segment;
    private final List<Delivered> events = new ArrayList<>();

    Delivery(Poison poison, GroupStore store, int segment) {
        this.poison = poison;
        this.store = store;
        this.segment = segment;
    }

    /** An event as it came. */
    record Delivered(EventMessage<?> message, long position) {}

    /**
     * From where on a sequence stands still.
     *
     * @param failure why, if it is this batch that has found it out
     */
    record Stop(long position, @Nullable Unfoldable failure) {}

    /** Takes an event, in the order of positions. */
    void take(EventMessage<?> message, long position) {
        events.add(new Delivered(message, position));
    }

    /**
     * Folds and writes everything, or sets it aside.
     *
     * @throws ViewConflict as {@link FoldedBatch#finish}
     * @throws Unfoldable if one cannot be folded, and the group sets nothing aside or cannot tell its sequence
     */
    void finish() {
        Lock shared = poison.shared();
        shared.lock();
        try {
            Set<String> aside = poison.aside(segment);
            if (aside.isEmpty()) {
                foldAll();
            } else {
                foldWithout(aside);
            }
        } finally {
            shared.unlock();
        }
    }

    private void foldAll() {
        try {
            fold(Map.of(), new ArrayList<>());
        } catch (Unfoldable failure) {
            settle(new HashMap<>(), failure);
        }
    }

    /** Where sequences stand still already, every event has to tell which it is of. */
    private void foldWithout(Set<String> aside) {
        Map<String, Stop> stopped = new HashMap<>();
        for (Delivered one : events) {
            String sequence = poison.sequenceOf(one);
            if (aside.contains(sequence) && !stopped.containsKey(sequence)) {
                poison.firstAside(segment, sequence)
                        .ifPresent(position -> stopped.put(sequence, new Stop(position, null)));
            }
        }
        settle(stopped, null);
    }

    /** Finds out which sequences have to stop, until the others can be folded. */
    private void settle(Map<String, Stop> stopped, @Nullable Unfoldable first) {
        Unfoldable failure = first;
        while (true) {
            if (failure != null) {
                Unfoldable known = failure;
                Delivered poisoned = events.stream()
                        .filter(one -> one.position() == known.position())
                        .findFirst()
                        .orElseThrow(() -> known);
                stopped.put(poison.sequenceOf(poisoned, known), new Stop(known.position(), known));
            }
            List<Delivered> rest = new ArrayList<>();
            try {
                fold(stopped, rest);
            } catch (Unfoldable next) {
                failure = next;
                continue;
            }
            poison.setAside(segment, rest, stopped);
            return;
        }
    }

    /** Folds what comes before the stop of its sequence; the rest is told. */
    private void fold(Map<String, Stop> stopped, List<Delivered> rest) {
        FoldedBatch batch = new FoldedBatch(store);
        for (Delivered one : events) {
            if (!stopped.isEmpty() && isStopped(one, stopped)) {
                rest.add(one);
            } else {
                batch.take(read(one), one.position());
            }
        }
        batch.finish();
    }

    private boolean isStopped(Delivered one, Map<String, Stop> stopped) {
        Stop stop = stopped.get(poison.sequenceOf(one));
        return stop != null && one.position() >= stop.position();
    }

    private static LedgerEvent read(Delivered one) {
        try {
            Object event = one.message().getPayload();
            if (event instanceof UnknownSerializedType) {
                throw new IllegalStateException("nothing of this type is known here");
            }
            return (LedgerEvent) event;
        } catch (RuntimeException e) {
            throw new Unfoldable(one.position(), e);
        }
    }
}
