package dev.creatorledger.platform.metrics;

import dev.creatorledger.platform.metrics.Metric.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The meters of what {@link Metric} names.
 *
 * <p>Counters and timers are those of the whole process, whose registries hear of them all: they stand deep in the
 * service, where nothing else of the process is known. Gauges belong to the registry of what they look at.
 */
public final class Meters {

    private static final Duration[] TIMES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private static final double[] SIZES = {1, 10, 100, 500, 1_000, 2_000, 5_000, 10_000};

    private Meters() {}

    /** The counter of a metric with these values of its labels, in their order. */
    public static Counter counter(Metric metric, String... values) {
        require(metric, Kind.COUNTER);
        return Counter.builder(metric.id())
                .description(metric.text())
                .tags(tags(metric, values))
                .register(Metrics.globalRegistry);
    }

    /** The timer of a metric, with a histogram of few fixed bounds. */
    public static Timer timer(Metric metric) {
        require(metric, Kind.TIMES);
        return Timer.builder(metric.id())
                .description(metric.text())
                .serviceLevelObjectives(TIMES)
                .register(Metrics.globalRegistry);
    }

    /** The distribution of a metric, with a histogram of few fixed bounds. */
    public static DistributionSummary summary(Metric metric) {
        require(metric, Kind.SIZES);
        return DistributionSummary.builder(metric.id())
                .description(metric.text())
                .serviceLevelObjectives(SIZES)
                .register(Metrics.globalRegistry);
    }

    /** Has a registry ask for a figure whenever it is read: it must be at hand. */
    public static void gauge(MeterRegistry registry, Metric metric, Supplier<Number> figure, String... values) {
        require(metric, Kind.GAUGE, Kind.AGE);
        Gauge.builder(metric.id(), figure)
                .description(metric.text())
                .baseUnit(metric.kind().unit())
                .tags(tags(metric, values))
                .register(registry);
    }

    /** Figures of which nobody knows beforehand how many there are; the label's values are given with each. */
    public static MultiGauge gauges(MeterRegistry registry, Metric metric) {
        require(metric, Kind.GAUGE, Kind.AGE);
        return MultiGauge.builder(metric.id())
                .description(metric.text())
                .baseUnit(metric.kind().unit())
                .register(registry);
    }

    /** The labels of a metric with their values. */
    public static Tags tags(Metric metric, String... values) {
        List<String> labels = metric.labels();
        if (labels.size() != values.length) {
            throw new IllegalArgumentException(metric + " has the labels " + labels);
        }
        List<Tag> tags = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(labels.get(i), values[i]));
        }
        return Tags.of(tags);
    }

    private static void require(Metric metric, Kind... kinds) {
        if (!List.of(kinds).contains(metric.kind())) {
            throw new IllegalArgumentException(metric + " is of the kind " + metric.kind());
        }
    }
}
