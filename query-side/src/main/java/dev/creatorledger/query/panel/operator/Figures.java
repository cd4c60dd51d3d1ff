package dev.creatorledger.query.panel.operator;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.query.metrics.ReplayVerdicts.Verdict;
import dev.creatorledger.query.view.View;
import dev.creatorledger.query.view.ViewGroup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this node's gauges say: the same figures as its metrics, asked of the stores as seldom. */
final class Figures {

    private final MeterRegistry registry;
    private final List<ViewGroup> groups;

    Figures(MeterRegistry registry, List<ViewGroup> groups) {
        this.registry = registry;
        this.groups = List.copyOf(groups);
    }

    /**
     * How a group of views keeps up; what is not known is null.
     *
     * @param events how many events it has not seen
     * @param seconds how old the oldest of them is
     * @param failing whether it fails and tries again
     * @param letters how many events it has set aside
     */
    record Group(String name, @Nullable Long events, @Nullable Long seconds, boolean failing, @Nullable Long letters) {}

    /**
     * What is to be done at its time; what this node does not know is null.
     *
     * @param name what it is
     * @param waiting how much waits for its time
     * @param due how much is due
     * @param late for how many seconds the oldest is due
     */
    record Work(String name, @Nullable Long waiting, @Nullable Long due, @Nullable Long late) {

        /** Whether anything is late. */
        public boolean isLate() {
            return late != null && late > 0;
        }
    }

    /**
     * What the last replay of a view came to on this node.
     *
     * @param verdict null if there was none
     */
    record Last(String view, @Nullable Verdict verdict) {}

    List<Group> groups() {
        return groups.stream()
                .map(ViewGroup::name)
                .map(group -> new Group(
                        group,
                        figure(Metric.PROCESSOR_LAG_EVENTS, group),
                        figure(Metric.PROCESSOR_LAG, group),
                        isOne(figure(Metric.PROCESSOR_FAILING, group)),
                        figure(Metric.DEAD_LETTERS, group)))
                .toList();
    }

    List<Work> work() {
        return List.of(
                new Work(
                        "windows",
                        figure(Metric.WINDOWS_WAITING),
                        figure(Metric.WINDOWS_DUE),
                        figure(Metric.WINDOWS_LATE)),
                new Work(
                        "deadlines",
                        figure(Metric.DEADLINES_WAITING),
                        figure(Metric.DEADLINES_DUE),
                        figure(Metric.DEADLINES_LATE)),
                new Work(
                        "memberships",
                        figure(Metric.MEMBERSHIPS_WAITING),
                        figure(Metric.MEMBERSHIPS_DUE),
                        figure(Metric.MEMBERSHIPS_LATE)),
                new Work(
                        "wakeups",
                        figure(Metric.WAKEUPS_WAITING),
                        figure(Metric.WAKEUPS_DUE),
                        figure(Metric.WAKEUPS_LATE)));
    }

    List<Last> verdicts() {
        return groups.stream()
                .flatMap(group -> group.views().stream())
                .map(View::name)
                .map(view -> new Last(view, verdict(view)))
                .toList();
    }

    private @Nullable Verdict verdict(String view) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> isOne(figure(Metric.REPLAY_VERDICT, view, verdict.name())))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Long head() {
        return figure(Metric.HEAD);
    }

    @Nullable
    Long chainLag() {
        return figure(Metric.CHAIN_LAG_EVENTS);
    }

    boolean chainBroken() {
        return isOne(figure(Metric.CHAIN_BROKEN));
    }

    /** How many seconds ago the last checkpoint was signed. */
    @Nullable
    Long checkpointAge() {
        return figure(Metric.CHECKPOINT_AGE);
    }

    private static boolean isOne(@Nullable Long figure) {
        return figure != null && figure == 1;
    }

    /** Null where this node has no such gauge, or the gauge no answer. */
    private @Nullable Long figure(Metric metric, String... labels) {
        Gauge gauge =
                registry.find(metric.id()).tags(Meters.tags(metric, labels)).gauge();
        double value = gauge == null ? Double.NaN : gauge.value();
        return Double.isNaN(value) ? null : (Long) Math.round(value);
    }
}
