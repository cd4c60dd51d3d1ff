package dev.creatorledger.query.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The creator's share by the hour: what is in force, and what is about to be (A3). */
final class ShareTimeline {

    /**
     * How many changes are kept. The notice of a change is an hour at most, so that few are ahead of the clock at once;
     * the one before them is in force.
     */
    private static final int KEPT = 4;

    /** A share, basis points, from an instant on. */
    record Step(Instant from, int shareBps) {}

    private final List<Step> steps = new ArrayList<>();

    /** One share for every hour: what an approval sets (A4). */
    void reset(int shareBps) {
        steps.clear();
        steps.add(new Step(Instant.EPOCH, shareBps));
    }

    /** A share from an instant on, in place of what was set for that time before. */
    void change(Instant from, int shareBps) {
        steps.removeIf(step -> !step.from().isBefore(from));
        steps.add(new Step(from, shareBps));
        if (steps.size() > KEPT) {
            steps.remove(0);
        }
    }

    void append(Step step) {
        steps.add(step);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The share in force at an instant; null if the channel was never approved. */
    @Nullable
    Integer at(Instant instant) {
        Integer share = null;
        for (Step step : steps) {
            if (share == null || !step.from().isAfter(instant)) {
                share = step.shareBps();
            }
        }
        return share;
    }

    /** The next change after an instant, if one is set. */
    @Nullable
    Step nextAfter(Instant instant) {
        return steps.stream()
                .filter(step -> step.from().isAfter(instant))
                .findFirst()
                .orElse(null);
    }
}
