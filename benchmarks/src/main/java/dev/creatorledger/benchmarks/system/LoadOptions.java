package dev.creatorledger.benchmarks.system;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a run measures, and with how much. */
final class LoadOptions {

    /** The parts of a run, each of which can be left out. */
    enum Part {
        /** Batches over HTTP, drained views, and the raw store with the same bytes. */
        BATCHES,
        /** Batches of one impression at a steady rate. */
        SINGLES,
        /** First start, and a start with events. */
        STARTS,
        /** The panel's pages, when all of it is final. */
        PAGES,
        /** One channel and one hour, killed and started. */
        HOT
    }

    @Option(
            names = "--parts",
            split = ",",
            description = "what to measure: ${COMPLETION-CANDIDATES} (default: all, in this order)")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--ledger", defaultValue = "./ledger", description = "the script that starts the service")
    private Path ledger = Path.of("");

    @Option(names = "--heap", defaultValue = "1g", description = "the service's heap (default: ${DEFAULT-VALUE})")
    private String heap = "";

    @Option(names = "--channels", defaultValue = "1000", description = "channels (default: ${DEFAULT-VALUE})")
    private int channels;

    @Option(
            names = "--impressions",
            defaultValue = "600000",
            description = "impressions that are measured (default: ${DEFAULT-VALUE})")
    private int impressions;

    @Option(
            names = "--warm-up",
            defaultValue = "1800000",
            description = "impressions that are sent before, not measured (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--batch", defaultValue = "500", description = "impressions in a batch (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--duplicates",
            defaultValue = "10",
            description = "percent that repeat (default: ${DEFAULT-VALUE})")
    private int duplicates;

    @Option(
            names = "--hours",
            defaultValue = "2",
            description = "hours they are spread over (default: ${DEFAULT-VALUE})")
    private int hours;

    @Option(
            names = "--clients",
            defaultValue = "8",
            description = "batches on their way at once (default: ${DEFAULT-VALUE})")
    private int clients;

    @Option(
            names = "--rate",
            defaultValue = "200",
            description = "single batches per second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "how long single batches last (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--start-events",
            defaultValue = "100000",
            description = "events at the next start (default: ${DEFAULT-VALUE})")
    private int startEvents;

    @Option(
            names = "--hot",
            defaultValue = "500000",
            description = "impressions of the hot hour (default: ${DEFAULT-VALUE})")
    private int hot;

    @Option(names = "--keep", description = "keep the data folders")
    private boolean keep;

    boolean measures(Part part) {
        return parts.contains(part);
    }

    Path ledger() {
        return ledger;
    }

    String heap() {
        return heap;
    }

    int channels() {
        return channels;
    }

    int impressions() {
        return impressions;
    }

    int warmUp() {
        return warmUp;
    }

    int batch() {
        return batch;
    }

    int duplicates() {
        return duplicates;
    }

    int hours() {
        return hours;
    }

    int clients() {
        return clients;
    }

    int rate() {
        return rate;
    }

    int seconds() {
        return seconds;
    }

    int startEvents() {
        return startEvents;
    }

    int hot() {
        return hot;
    }

    boolean keep() {
        return keep;
    }
}
