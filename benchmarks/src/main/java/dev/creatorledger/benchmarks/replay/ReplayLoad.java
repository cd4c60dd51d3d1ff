package dev.creatorledger.benchmarks.replay;

import dev.creatorledger.benchmarks.system.Report;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.earnings.Earnings;
import dev.creatorledger.query.view.Eras;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Shadow;
import dev.creatorledger.query.view.View;
import dev.creatorledger.query.view.ViewGroup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a replay (U2): how fast stored events are read, and made into a view, beside the raw read of the table. */
@Command(
        name = "benchmarks/run.sh --replay",
        mixinStandardHelpOptions = true,
        description = "Measures reading the store, and making a view anew.")
public final class ReplayLoad implements Callable<Integer> {

    private static final int PER_COMMIT = 5_000;
    /** As many positions as the service has by default. */
    private static final Eras ERAS = new Eras(65_536);

    private static final long BEFORE_EVERYTHING = -1;
    private static final EventDecoder DECODER = EventJson::read;

    private final PrintStream out = System.out;
    private final Report report = new Report();

    @Option(names = "--events", defaultValue = "1000000", description = "impressions (default: ${DEFAULT-VALUE})")
    private int events;

    @Option(names = "--channels", defaultValue = "1000", description = "channels (default: ${DEFAULT-VALUE})")
    private int channels;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "how often each is measured, in turn; the middle one counts (default: ${DEFAULT-VALUE})")
    private int runs;

    /** Runs from the command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReplayLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("creator-ledger-replay");
        try (FilledStore store = new FilledStore(folder)) {
            fill(store);
            measure(store);
            report.print(out);
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void fill(FilledStore store) throws SQLException {
        Impressions impressions = new Impressions(channels, events);
        long begun = System.nanoTime();
        for (int from = 0; from < events; from += PER_COMMIT) {
            List<DomainEventMessage<?>> commit = new ArrayList<>(PER_COMMIT);
            for (int i = from; i < Math.min(events, from + PER_COMMIT); i++) {
                commit.add(impressions.next());
            }
            store.publish(commit);
        }
        store.settle();
        report.add(
                "machine",
                String.format(
                        Locale.ROOT,
                        "%d cores, JDK %s; the database server on the same machine; %,d impressions of %,d channels",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        events,
                        channels),
                "");
        out.printf(Locale.ROOT, "%,d events stored in %.0f s%n", events, seconds(begun));
    }

    private void measure(FilledStore store) {
        StoredEvents stored = store.events();
        RawTable table = new RawTable(store.dataSource());
        List<Double> raw = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> halves = new ArrayList<>();
        List<Double> rebuilt = new ArrayList<>();
        for (int run = 0; run <= runs; run++) { // the first of each warms up
            raw.add(timed("raw", table::read));
            read.add(timed("read", () -> readAll(stored)));
            halves.add(timed("two halves", () -> readHalves(stored)));
            rebuilt.add(timed("earnings", () -> rebuild(stored)));
        }
        double base = middle(raw);
        report.add("the table, read by plain JDBC", rate(base), "");
        report.add("events read", rate(middle(read)), "at least 100,000/s");
        report.add("events read / raw", Report.ratio(base, middle(read)), "");
        report.add("events read, in two ranges at once", rate(middle(halves)), "");
        report.add("events into the earnings view", rate(middle(rebuilt)), "at least 50,000/s");
        report.add("into the earnings view / raw", Report.ratio(base, middle(rebuilt)), "");
        report.add("the same, the first time in a process", rate(rebuilt.get(0)), "");
    }

    private String rate(double seconds) {
        return Report.perSecond(events, seconds);
    }

    private double timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        double seconds = seconds(begun);
        out.printf(Locale.ROOT, "%s: %s%n", what, rate(seconds));
        return seconds;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Of all runs but the first. */
    private static double middle(List<Double> seconds) {
        List<Double> sorted = seconds.stream().skip(1).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void readAll(StoredEvents stored) {
        AtomicLong seen = new AtomicLong();
        stored.read(BEFORE_EVERYTHING, stored.head(), event -> seen.incrementAndGet());
        check(seen.get());
    }

    private void readHalves(StoredEvents stored) {
        long head = stored.head();
        AtomicLong seen = new AtomicLong();
        Thread first = new Thread(() -> stored.read(BEFORE_EVERYTHING, head / 2, event -> seen.incrementAndGet()));
        first.start();
        stored.read(head / 2, head, event -> seen.incrementAndGet());
        try {
            first.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        check(seen.get());
    }

    private void rebuild(StoredEvents stored) {
        Shadow shadow = new Shadow(new ViewGroup(View.EARNINGS, List.of(Earnings.VIEW)), ERAS, stored, DECODER);
        shadow.upTo(stored.head());
        check(shadow.folded());
    }

    private void check(long seen) {
        if (seen != events) {
            throw new IllegalStateException(seen + " of " + events + " events were read");
        }
    }
}
