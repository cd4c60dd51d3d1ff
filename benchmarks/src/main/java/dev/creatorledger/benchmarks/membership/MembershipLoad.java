package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.benchmarks.membership.Programme.Charge;
import dev.creatorledger.benchmarks.system.BenchmarkException;
import dev.creatorledger.benchmarks.system.RawStore;
import dev.creatorledger.benchmarks.system.Report;
import dev.creatorledger.benchmarks.system.ServiceProcess;
import dev.creatorledger.standalone.load.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures one programme with many members on a service of its own: joins and charges over HTTP beside the same rows
 * without the service, then how fast a pause, its end and a termination reach everybody, and the heap between them.
 */
@Command(
        name = "benchmarks/run.sh --memberships",
        mixinStandardHelpOptions = true,
        description = "Measures a programme with many members.")
public final class MembershipLoad implements Callable<Integer> {

    /** Of the stored rows so many are inserted once more: enough to measure, and fewer than fill the memory. */
    private static final int RAW_ROWS = 30_000;

    private static final Duration REACHED_WITHIN = Duration.ofMinutes(30);
    private static final double MEGABYTE = 1 << 20;

    private final PrintStream out = System.out;
    private final Report report = new Report();

    @Option(names = "--ledger", defaultValue = "./ledger", description = "the script that starts the service")
    private Path ledger = Path.of("");

    @Option(names = "--heap", defaultValue = "1g", description = "the service's heap (default: ${DEFAULT-VALUE})")
    private String heap = "";

    @Option(names = "--members", defaultValue = "100000", description = "members (default: ${DEFAULT-VALUE})")
    private int members;

    @Option(
            names = "--warm-up",
            defaultValue = "5000",
            description =
                    "members of another channel that join and pay before, not measured (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--clients",
            defaultValue = "16",
            description = "requests on their way at once (default: ${DEFAULT-VALUE})")
    private int clients;

    /** Runs from the command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MembershipLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path run = Files.createTempDirectory("creator-ledger-memberships");
        try {
            ServiceProcess service = ServiceProcess.start(ledger, heap, ServiceProcess.folder(run, "data"));
            try (HeapGauge gauge = HeapGauge.of(service.pid())) {
                measure(service, gauge);
            } finally {
                service.stop();
            }
            report.print(out);
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(run);
        }
    }

    private void measure(ServiceProcess service, HeapGauge gauge) {
        String token = Tokens.admin(service.dataFolder());
        ServiceClient client = new ServiceClient(service.address(), token);
        Programme warm = new Programme(client, "warm");
        warm.turnOn(service.address(), token);
        pay(warm, join(warm, warmUp));
        Programme programme = new Programme(client, "measured");
        programme.turnOn(service.address(), token);
        heap("with an empty programme", gauge);
        joinsAndCharges(service, programme);
        heap("with its members", gauge);
        turn("paused", programme, "ACTIVE", programme::pause, gauge);
        turn("resumed", programme, "PAUSED", programme::resume, gauge);
        turn("terminated, each payment refunded", programme, "ACTIVE", programme::end, gauge);
    }

    private void joinsAndCharges(ServiceProcess service, Programme programme) {
        out.printf(Locale.ROOT, "%,d join, and pay%n", members);
        long begun = System.nanoTime();
        long joined = join(programme, members);
        double joining = secondsSince(begun);
        out.printf(Locale.ROOT, "joined in %.0f s%n", joining);
        List<Charge> due = programme.chargesDue(joined);
        if (due.size() != members) {
            throw new BenchmarkException(due.size() + " charges of " + members + " are due");
        }
        begun = System.nanoTime();
        long paid = pay(programme, due);
        double paying = secondsSince(begun);
        out.printf(Locale.ROOT, "paid in %.0f s%n", paying);
        try (RawStore raw = RawStore.of(service.dataFolder())) {
            beside(raw, "joins", joined - RAW_ROWS, joined, joining);
            beside(raw, "charges reported paid", paid - RAW_ROWS, paid, paying);
        }
    }

    private long join(Programme programme, int count) {
        return new Crowd(clients).each(IntStream.range(0, count).boxed().toList(), programme::join);
    }

    private void pay(Programme programme, long joined) {
        pay(programme, programme.chargesDue(joined));
    }

    private long pay(Programme programme, List<Charge> due) {
        return new Crowd(clients).each(due, charge -> programme.pay(charge, BigDecimal.ZERO));
    }

    /** The newest of the rows that one kind of request has stored, without the service: the same commits. */
    private void beside(RawStore raw, String what, long after, long upTo, double seconds) {
        RawStore.Rows rows = raw.stored(Math.max(0, after), upTo);
        double rawRate = rows.commits() / raw.insert(rows, rows.commitSize());
        double rate = members / seconds;
        report.add(
                what + " over HTTP, " + clients + " at once",
                String.format(Locale.ROOT, "%,.0f/s (%,d in %.1f s)", rate, members, seconds),
                "");
        report.add(
                "raw store: the same rows, committed as often",
                String.format(
                        Locale.ROOT,
                        "%,.0f commits/s (%d rows each, %,d bytes a row)",
                        rawRate,
                        rows.commitSize(),
                        rows.bytes() / Math.max(1, rows.rows().size())),
                "");
        report.add(what + " / raw store", Report.ratio(rate, rawRate), "");
    }

    private void turn(String what, Programme programme, String leaving, Runnable command, HeapGauge gauge) {
        out.printf(Locale.ROOT, "until all are %s%n", what);
        long begun = System.nanoTime();
        command.run();
        double told = Double.NaN;
        boolean seen = false;
        while (Double.isNaN(told) || programme.hasMembers(leaving)) {
            boolean open = !programme.turns().isEmpty();
            if (seen && !open && Double.isNaN(told)) {
                told = secondsSince(begun);
            }
            seen |= open;
            if (secondsSince(begun) > REACHED_WITHIN.toSeconds()) {
                throw new BenchmarkException("not everybody is " + what + " within " + REACHED_WITHIN);
            }
            rest();
        }
        double shown = secondsSince(begun);
        report.add(
                "members " + what,
                String.format(Locale.ROOT, "%,.0f/s (%,d in %.1f s)", members / told, members, told),
                "");
        report.add("until the views show it", Report.seconds(shown), "");
        heap("then", gauge);
    }

    private void heap(String when, HeapGauge gauge) {
        double used = gauge.usedAfterCollection() / MEGABYTE;
        report.add("heap in use after a collection, " + when, String.format(Locale.ROOT, "%,.0f MB", used), "");
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Asks no more often than the service can tell without being slowed down by it. */
    private static void rest() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }
}
