package dev.creatorledger.query.metrics;

import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.query.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** How much each group of views has set aside. */
public final class DeadLetterFigures {

    private static final Aside NOTHING = new Aside(0, 0);

    private final Views views;
    private final Sample<Map<String, Aside>> sample = new Sample<>("dead letters", this::aside);

    /** What a group has set aside: so many events, of so many sequences. */
    private record Aside(long events, long sequences) {}

    /** Has a registry tell the figures of every group. */
    public DeadLetterFigures(Views views, MeterRegistry registry) {
        this.views = views;
        for (String group : views.groups()) {
            Meters.gauge(registry, Metric.DEAD_LETTERS, () -> events(group), group);
            Meters.gauge(
                    registry,
                    Metric.DEAD_SEQUENCES,
                    () -> sample.figure(all -> of(all, group).sequences()),
                    group);
        }
    }

    /** The question behind them. */
    public Sample<?> sample() {
        return sample;
    }

    /** How many events a group has set aside, in words. */
    public String told(String group) {
        double events = events(group);
        return Double.isNaN(events) ? "unknown" : Long.toString((long) events);
    }

    private double events(String group) {
        return sample.figure(all -> of(all, group).events());
    }

    private Map<String, Aside> aside() {
        Map<String, Aside> aside = new HashMap<>();
        for (String group : views.groups()) {
            long events = views.deadLetters().count(group);
            aside.put(
                    group,
                    new Aside(events, events == 0 ? 0 : views.deadLetters().countSequences(group)));
        }
        return aside;
    }

    private static Aside of(Map<String, Aside> all, String group) {
        return all.getOrDefault(group, NOTHING);
    }
}
