package dev.creatorledger.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of metrics, as tests read it. */
public final class MetricsPage {

    /** What the service itself tells begins so. */
    public static final String OURS = "ledger_";

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    private MetricsPage() {}

    /** The rows of its tables, as they stand there. */
    public static List<String> rows() {
        try {
            return Files.readAllLines(PAGE, UTF_8).stream()
                    .filter(line -> line.startsWith("| `"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all metrics on it, as Prometheus has them, a histogram's without its endings. */
    public static Set<String> names() {
        return rows().stream()
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of its histograms. */
    public static Set<String> histograms() {
        return rows().stream()
                .filter(row -> row.contains("| histogram |"))
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
