package dev.creatorledger.standalone.demo;

import dev.creatorledger.platform.web.CommandLog;
import dev.creatorledger.standalone.load.LedgerClient;
import dev.creatorledger.standalone.load.LoadException;
import dev.creatorledger.standalone.load.Outcomes;
import dev.creatorledger.standalone.load.Patience;
import dev.creatorledger.standalone.load.ServiceTime;
import dev.creatorledger.standalone.load.Tokens;
import dev.creatorledger.standalone.process.LedgerProcess;
import dev.creatorledger.standalone.process.ProcessOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger demo}: runs the service, fills it with data of its own making over HTTP, and prints a report. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the service on generated data, which it loads over HTTP, and prints who earned what.")
public final class DemoCommand implements Callable<Integer> {

    private static final int MOST_CHANNELS = 5_000;
    private static final int MOST_DAYS = 60;
    private static final int MOST_IMPRESSIONS = 20_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "The port (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(names = "--data", description = "The data folder (default: a new temporary one).")
    private @Nullable Path data;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed, the same data (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--channels",
            defaultValue = "40",
            description = "Channels, at least 16 (default: ${DEFAULT-VALUE}).")
    private int channels;

    @Option(
            names = "--days",
            defaultValue = "3",
            description =
                    "Days, at least 2: the last 24 hours stay estimated, the rest is final (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--impressions",
            defaultValue = "200000",
            description = "Impressions that are sent, repeats included (default: ${DEFAULT-VALUE}).")
    private int impressions;

    @Option(names = "--exit", description = "End after the report instead of running on.")
    private boolean exit;

    @Override
    public Integer call() throws IOException, InterruptedException {
        inRange("--channels", channels, DemoSize.LEAST_CHANNELS, MOST_CHANNELS);
        inRange("--days", days, DemoSize.LEAST_DAYS, MOST_DAYS);
        inRange("--impressions", impressions, 1, MOST_IMPRESSIONS);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = data == null ? Files.createTempDirectory("creator-ledger-demo-") : data;
        // Stopped by the application's own shutdown hook, unless it ends by itself.
        @SuppressWarnings("resource")
        LedgerProcess process = LedgerProcess.start(new ProcessOptions(ProcessOptions.LOOPBACK, port, folder));
        out.println("Creator Ledger is ready at " + process.address() + ", its data in " + process.data());
        boolean done = showQuietly(process, out);
        if (exit || !done) {
            process.close();
            if (data == null) {
                delete(folder);
            }
            return done ? 0 : 1;
        }
        out.println();
        out.println("Creator Ledger runs on at " + process.address() + " until Ctrl-C; tokens are in "
                + process.data().resolve("tokens.json"));
        Thread.currentThread().join();
        return 0;
    }

    /** Without a line of the log for each of the demo's own commands: they would bury the progress and the report. */
    private boolean showQuietly(LedgerProcess process, PrintStream out) throws IOException {
        LoggingSystem log = LoggingSystem.get(DemoCommand.class.getClassLoader());
        String commands = CommandLog.class.getName();
        log.setLogLevel(commands, LogLevel.WARN);
        try {
            return show(process, out);
        } finally {
            log.setLogLevel(commands, LogLevel.INFO);
        }
    }

    private boolean show(LedgerProcess process, PrintStream out) throws IOException {
        try {
            LedgerClient client =
                    new LedgerClient(process.address(), Tokens.admin(process.data()), Patience.ofOneMinute());
            DemoSize size = new DemoSize(seed, channels, days, impressions, ServiceTime.of(client));
            DemoData demo = new DemoData(size);
            DemoRun run = new DemoRun(client, demo, out);
            Outcomes outcomes = run.load();
            new DemoReport(client, demo, out).print(run, outcomes);
            if (!exit) {
                out.println();
                DemoPanel.print(process, demo.cast().channels().get(0), out);
            }
            return outcomes.sent() == outcomes.answered();
        } catch (LoadException failed) {
            out.flush();
            spec.commandLine().getErr().println("demo: " + failed.getMessage());
            return false;
        }
    }

    private void inRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be " + least + " to " + most + ", not " + value);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
