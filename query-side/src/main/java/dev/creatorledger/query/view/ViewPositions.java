package dev.creatorledger.query.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How far the views have come, whichever nodes work on them: every event up to a view's position is in its documents.
 * The segments of this node are known here; those of others are looked up where there are any.
 */
public final class ViewPositions {

    private static final long NOTHING = -1;

    /** How long is waited before the segments of other nodes are looked up again. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Map<String, String> groupOfView = new HashMap<>();
    private final Map<String, Map<Integer, Long>> segmentsOfGroup = new HashMap<>();
    private final Map<String, Map<Integer, Long>> storedOfGroup = new HashMap<>();
    private final Function<String, Map<Integer, Long>> stored;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    /** Knows the views of these groups, every segment of which is this node's. */
    public ViewPositions(List<ViewGroup> groups) {
        this(groups, group -> Map.of());
    }

    /**
     * Knows the views of these groups.
     *
     * @param stored how far every segment of a group is, as it is stored
     */
    public ViewPositions(List<ViewGroup> groups, Function<String, Map<Integer, Long>> stored) {
        this.stored = stored;
        for (ViewGroup group : groups) {
            segmentsOfGroup.put(group.name(), new HashMap<>());
            group.views().forEach(view -> groupOfView.put(view.name(), group.name()));
        }
    }

    /**
     * The position up to which a view is complete; negative before it has seen anything.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public long of(String view) {
        String group = group(view);
        lookUp(group);
        lock.lock();
        try {
            return position(group);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a view has reached a position.
     *
     * @return whether it has, within that time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean await(String view, long atLeast, Duration patience) throws InterruptedException {
        String group = group(view);
        long until = System.nanoTime() + patience.toNanos();
        while (of(view) < atLeast) {
            long nanos = until - System.nanoTime();
            if (nanos <= 0) {
                return false;
            }
            awaitChange(group, atLeast, hasAll(group) ? nanos : Math.min(nanos, LOOK_AGAIN_NANOS));
        }
        return true;
    }

    private void awaitChange(String group, long atLeast, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (left > 0 && position(group) < atLeast) {
                left = advanced.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a segment of a group is complete up to a position; positions never go back. */
    void reached(String group, int segment, long position) {
        update(group, segments -> segments.merge(segment, position, Math::max));
    }

    /** Notes that a segment is worked on by another node from now on; who waits looks for it there. */
    void left(String group, int segment) {
        update(group, segments -> segments.remove(segment));
    }

    private void update(String group, Consumer<Map<Integer, Long>> change) {
        lock.lock();
        try {
            change.accept(segmentsOfGroup.computeIfAbsent(group, name -> new HashMap<>()));
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private String group(String view) {
        String group = groupOfView.get(view);
        if (group == null) {
            throw new IllegalArgumentException("there is no view " + view);
        }
        return group;
    }

    /** Looks up what is stored, unless this node is known to have every segment. */
    private void lookUp(String group) {
        if (hasAll(group)) {
            return;
        }
        Map<Integer, Long> positions = stored.apply(group);
        lock.lock();
        try {
            storedOfGroup.put(group, positions);
        } finally {
            lock.unlock();
        }
    }

    private boolean hasAll(String group) {
        lock.lock();
        try {
            Map<Integer, Long> known = storedOfGroup.getOrDefault(group, Map.of());
            return !known.isEmpty()
                    && segmentsOfGroup.getOrDefault(group, Map.of()).keySet().containsAll(known.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** A segment that was let go may be further by now, and one of this node further than its token. */
    private long position(String group) {
        Map<Integer, Long> furthest = new HashMap<>(segmentsOfGroup.getOrDefault(group, Map.of()));
        Map<Integer, Long> known = storedOfGroup.getOrDefault(group, Map.of());
        known.forEach((segment, position) -> furthest.merge(segment, position, Math::max));
        return furthest.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
    }
}
