package dev.creatorledger.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.metrics.Metric;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of metrics says of every metric what the code says, and names none of ours that is not in the code. */
class MetricsTest {

    private static final PrometheusNamingConvention NAMES = new PrometheusNamingConvention();

    @Test
    void thePageTellsWhatTheCodeTells() {
        assertThat(MetricsPage.rows().stream().filter(row -> row.startsWith("| `" + MetricsPage.OURS)))
                .containsExactlyElementsOf(
                        Arrays.stream(Metric.values()).map(MetricsTest::row).toList());
    }

    private static String row(Metric metric) {
        String name =
                NAMES.name(metric.id(), metric.kind().type(), metric.kind().unit());
        String labels = metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        String ending = metric.kind() == Metric.Kind.COUNTER ? "_total" : "";
        return "| `%s` | %s |%s| %s |"
                .formatted(name + ending, kind(metric), labels.isEmpty() ? " " : " " + labels + " ", metric.text());
    }

    private static String kind(Metric metric) {
        return switch (metric.kind()) {
            case COUNTER -> "counter";
            case GAUGE, AGE -> "gauge";
            case TIMES, SIZES -> "histogram";
        };
    }
}
