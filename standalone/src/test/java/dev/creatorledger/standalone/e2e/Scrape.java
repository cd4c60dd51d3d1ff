package dev.creatorledger.standalone.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the service tells Prometheus, read from its text. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(\\{.*})? (\\S+)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) \\w+");

    private final String text;
    private final Map<String, Double> series = new LinkedHashMap<>();

    private Scrape(String text) {
        this.text = text;
        for (String line : text.lines().toList()) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                String labels = sample.group(2) == null ? "" : sample.group(2);
                series.put(sample.group(1) + labels, number(sample.group(3)));
            }
        }
    }

    /** What it tells now. */
    static Scrape of(RunningLedger ledger) {
        Api.Answer answer = ledger.as("admin").get("/actuator/prometheus");
        if (answer.status() != 200) {
            throw new AssertionError(answer.text() + "\n" + String.join("\n", ledger.output()));
        }
        return new Scrape(answer.text());
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The names of its metrics, a histogram's without endings. */
    Set<String> names() {
        return TYPE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** How many series begin so. */
    long count(String beginning) {
        return series.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .count();
    }

    /** The value of a series as it is written: {@code name{label="value"}}. */
    double value(String name) {
        Double value = series.get(name);
        if (value == null) {
            throw new AssertionError("there is no series " + name);
        }
        return value;
    }
}
