package dev.creatorledger.benchmarks.system;

import dev.creatorledger.benchmarks.system.LoadOptions.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Measures the service as it runs for users: a process of its own, one heap of its own, over HTTP, on a fresh data
 * folder; and, in the same run, the same bytes written into the same PostgreSQL without the service.
 */
@Command(name = "benchmarks/run.sh", mixinStandardHelpOptions = true, description = "Measures the whole service.")
public final class SystemLoad implements Callable<Integer> {

    private final PrintStream out = System.out;
    private final Report report = new Report();

    @Mixin
    private LoadOptions options = new LoadOptions();

    /** Runs from the command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SystemLoad())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path run = Files.createTempDirectory("creator-ledger-benchmark");
        try {
            describe();
            if (measuresAny(Part.BATCHES, Part.SINGLES, Part.STARTS, Part.PAGES)) {
                new OrdinaryLoad(options, report, out).run(ServiceProcess.folder(run, "ordinary"));
            }
            if (measuresAny(Part.HOT)) {
                new HotChannel(options, report, out).run(ServiceProcess.folder(run, "hot"));
            }
            report.print(out);
            return 0;
        } finally {
            if (options.keep()) {
                out.println("data kept in " + run);
            } else {
                delete(run);
            }
        }
    }

    private boolean measuresAny(Part... parts) {
        return List.of(parts).stream().anyMatch(options::measures);
    }

    private void describe() {
        report.add(
                "machine",
                String.format(
                        Locale.ROOT,
                        "%d cores, JDK %s, %s; the service's heap %s; load generator on the same machine",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        options.heap()),
                "");
    }

    private static void delete(Path run) throws IOException {
        try (var files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
