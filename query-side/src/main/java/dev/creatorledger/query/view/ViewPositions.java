package dev.creatorledger.query.view;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the views of this node have come: every event up to a view's position is in its documents. */
public final class ViewPositions {

    private static final long NOTHING = -1;

    private final Map<String, String> groupOfView = new HashMap<>();
    private final Map<String, Map<Integer, Long>> segmentsOfGroup = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();

    /** Knows the views of these groups. */
    public ViewPositions(List<ViewGroup> groups) {
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
        lock.lock();
        try {
            return position(segments(view));
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
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (position(segments(view)) < atLeast) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = advanced.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a segment of a group is complete up to a position; positions never go back. */
    void reached(String group, int segment, long position) {
        update(group, segments -> segments.merge(segment, position, Math::max));
    }

    /** Notes that a segment is worked on by another node now; the last one stays as it was. */
    void left(String group, int segment) {
        update(group, segments -> {
            if (segments.size() > 1) {
                segments.remove(segment);
            }
        });
    }

    private void update(String group, java.util.function.Consumer<Map<Integer, Long>> change) {
        lock.lock();
        try {
            change.accept(segmentsOfGroup.computeIfAbsent(group, name -> new HashMap<>()));
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Map<Integer, Long> segments(String view) {
        String group = groupOfView.get(view);
        if (group == null) {
            throw new IllegalArgumentException("there is no view " + view);
        }
        return segmentsOfGroup.getOrDefault(group, Map.of());
    }

    private static long position(Map<Integer, Long> segments) {
        return segments.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
    }
}
