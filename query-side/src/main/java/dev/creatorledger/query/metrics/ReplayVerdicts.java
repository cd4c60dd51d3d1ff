package dev.creatorledger.query.metrics;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the last replay of each view came to on this node (U2), for those who watch the service. */
public final class ReplayVerdicts {

    private final Map<String, Verdict> last = new ConcurrentHashMap<>();

    /** What a replay comes to. */
    public enum Verdict {
        EQUAL,
        DIFFERENT,
        FAILED
    }

    /** Has a registry tell the verdicts of these views; until there is one, none of them. */
    public ReplayVerdicts(Collection<String> views, MeterRegistry registry) {
        for (String view : views) {
            for (Verdict verdict : Verdict.values()) {
                Meters.gauge(registry, Metric.REPLAY_VERDICT, () -> is(view, verdict) ? 1 : 0, view, verdict.name());
            }
        }
    }

    private boolean is(String view, Verdict verdict) {
        return last.get(view) == verdict;
    }

    /** A replay of a view has ended. */
    public void ended(String view, Verdict verdict) {
        last.put(view, verdict);
    }
}
