package dev.creatorledger.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alerts stand on metrics that there are, and each alert is tested and told what to do about. */
class WatchingTest {

    private static final Path DOCKER = Path.of("..", "docker");
    private static final Pattern NOT_A_METRIC = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)|\\b\\d[\\w.]*");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]\\w*(?!\\w*\\s*\\()");
    private static final Set<String> WORDS = Set.of("by", "without", "and", "or", "unless", "bool", "on", "ignoring");

    /** What Prometheus itself knows of each node. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static String read(Path path) throws IOException {
        return Files.readString(path, UTF_8);
    }

    private static List<Map<String, ?>> rules() throws IOException {
        List<Map<String, ?>> rules = new ArrayList<>();
        for (Map<String, ?> group : list(yaml("alerts.yaml").get("groups"))) {
            rules.addAll(list(group.get("rules")));
        }
        return rules;
    }

    private static Map<String, ?> yaml(String name) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(DOCKER.resolve("prometheus/" + name)));
    }

    @SuppressWarnings("unchecked") // as these files are
    private static List<Map<String, ?>> list(@Nullable Object found) {
        return (List<Map<String, ?>>) Objects.requireNonNull(found);
    }

    private static Set<String> metricsOf(String expression) {
        String bare = NOT_A_METRIC.matcher(expression).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare).results().map(found -> found.group()).forEach(names::add);
        names.removeAll(WORDS);
        return names;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(OF_PROMETHEUS);
        known.addAll(MetricsPage.names());
        MetricsPage.histograms()
                .forEach(
                        name -> known.addAll(List.of(name + "_bucket", name + "_count", name + "_sum", name + "_max")));
        return known;
    }

    private static List<String> alerts() throws IOException {
        return rules().stream().map(rule -> String.valueOf(rule.get("alert"))).toList();
    }

    @Test
    void namesAreFoundInExpressions() {
        assertThat(metricsOf("sum by (le, group) (rate(a_bucket{code=~\"b c\"}[5m])) / -topk(10, c_total > 0.5) and d"))
                .containsExactly("a_bucket", "c_total", "d");
    }

    @Nested
    class EachAlert {

        @Test
        void standsOnMetricsThatThereAre() throws IOException {
            assertThat(rules()).hasSizeGreaterThan(20).allSatisfy(rule -> assertThat(
                            metricsOf(String.valueOf(rule.get("expr"))))
                    .isNotEmpty()
                    .isSubsetOf(known()));
        }

        @Test
        void saysHowUrgentItIsAndWhereToReadOn() throws IOException {
            assertThat(rules()).allSatisfy(rule -> {
                assertThat(String.valueOf(rule.get("labels"))).matches("\\{severity=(critical|warning)}");
                assertThat(String.valueOf(rule.get("annotations")))
                        .contains("summary=")
                        .contains("what_to_do=docs/alerts.md#"
                                + String.valueOf(rule.get("alert")).toLowerCase(Locale.ROOT));
            });
        }

        @Test
        void hasItsParagraphAndNoParagraphIsLeftOver() throws IOException {
            assertThat(read(Path.of("..", "docs", "alerts.md"))
                            .lines()
                            .filter(line -> line.startsWith("## "))
                            .map(line -> line.substring(3)))
                    .containsExactlyElementsOf(alerts());
        }

        @Test
        void isTestedToFireAndToBeQuiet() throws IOException {
            assertThat(list(yaml("alerts.test.yaml").get("tests")).stream()
                            .map(test -> String.valueOf(test.get("name"))))
                    .containsExactlyInAnyOrderElementsOf(alerts().stream()
                            .flatMap(alert -> List.of(alert + " fires", alert + " is quiet").stream())
                            .toList());
        }
    }

    @Nested
    class TheDashboard {

        private static JsonNode dashboard() throws IOException {
            return JsonMapper.builder().build().readTree(read(DOCKER.resolve("grafana/dashboards/ledger.json")));
        }

        private static Set<String> shown() throws IOException {
            Set<String> shown = new TreeSet<>();
            for (JsonNode panel : dashboard().path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    shown.addAll(metricsOf(target.path("expr").asString()));
                }
            }
            return shown;
        }

        @Test
        void showsMetricsThatThereAre() throws IOException {
            assertThat(shown()).isSubsetOf(known());
        }

        @Test
        void showsEveryMetricOfOurs() throws IOException {
            Set<String> shown = shown();
            assertThat(MetricsPage.names())
                    .filteredOn(name -> name.startsWith(MetricsPage.OURS))
                    .allMatch(name -> shown.stream().anyMatch(one -> one.startsWith(name)));
        }

        @Test
        void asksTheSourceThatIsProvisioned() throws IOException {
            assertThat(read(DOCKER.resolve("grafana/provisioning/datasources/prometheus.yaml")))
                    .contains("uid: prometheus");
            assertThat(dashboard().findValuesAsString("uid")).containsOnly("prometheus", "creator-ledger");
        }

        @Test
        void hasPanelsOfTheirOwnNumbersAndTitles() throws IOException {
            List<JsonNode> panels = new ArrayList<>();
            dashboard().path("panels").forEach(panels::add);
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels)
                    .allMatch(panel -> !panel.path("title").asString("").isEmpty());
        }
    }
}
