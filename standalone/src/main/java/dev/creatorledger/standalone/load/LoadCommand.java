package dev.creatorledger.standalone.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ledger load}: a CSV of views becomes registrations, audience facts and impressions. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Loads a CSV of views (columns video_id, date, channel, category_id, published_at, cumulative_views)"
                    + " into a running service, under a backfill of its own.",
            "The same file again uses the same backfill: nothing counts twice. Exit code 0 only if every"
                    + " impression that was sent was answered."
        })
public final class LoadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The CSV file, in UTF-8.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "The service's address (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private URI url;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Credentials credentials;

    static final class Credentials {

        @Option(names = "--token", description = "A token with the roles ingest and operator; admin holds both.")
        private @Nullable String token;

        @Option(names = "--data", description = "The service's data folder, whose tokens.json has the admin's token.")
        private @Nullable Path dataFolder;

        String token() {
            if (token != null) {
                return token;
            }
            if (dataFolder != null) {
                return Tokens.admin(dataFolder);
            }
            throw new LoadException("a token is needed");
        }
    }

    @Option(
            names = "--day",
            description = "The day on which the made-up watch time is reported (default: yesterday, UTC, by the"
                    + " service's clock if the token may see its health details, else by this machine's).")
    private @Nullable LocalDate day;

    @Option(
            names = "--batch",
            defaultValue = "2500",
            description = "Impressions per batch, 1 to 5,000 (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--in-flight",
            defaultValue = "4",
            description = "Requests at once, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(
            names = "--patience",
            defaultValue = "PT1M",
            description =
                    "How long a request is tried again while the service is busy or gone (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Duration patience;

    @Option(names = "--keep-open", description = "Leave the backfill open; its earnings stay estimated.")
    private boolean keepOpen;

    @Override
    public Integer call() {
        inRange("--batch", batchSize, 5_000);
        inRange("--in-flight", atOnce, 64);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            Patience limits = new Patience(patience, Duration.ofMillis(100), Duration.ofSeconds(5));
            LedgerClient client = new LedgerClient(url, credentials.token(), limits);
            LocalDate historyDay = day == null ? yesterday(client) : day;
            LoadPlan plan = new LoadPlan(historyDay, batchSize, atOnce, keepOpen);
            long startedAt = System.nanoTime();
            Outcomes outcomes = new FileLoad(new ViewsFile(file), client, plan, out).run();
            return report(outcomes, System.nanoTime() - startedAt, out);
        } catch (LoadException failed) {
            out.flush();
            spec.commandLine().getErr().println("load: " + failed.getMessage());
            return 1;
        }
    }

    private static LocalDate yesterday(LedgerClient client) {
        return LocalDate.ofInstant(ServiceTime.of(client), ZoneOffset.UTC).minusDays(1);
    }

    private static int report(Outcomes outcomes, long nanos, PrintStream out) {
        outcomes.counts()
                .forEach((outcome, count) -> out.println(String.format(Locale.ROOT, "%-14s %,12d", outcome, count)));
        outcomes.examples().forEach((outcome, example) -> out.println("an example of " + outcome + ": " + example));
        out.println(String.format(
                Locale.ROOT,
                "%,d impressions sent, %,d answered, in %,d s",
                outcomes.sent(),
                outcomes.answered(),
                nanos / 1_000_000_000));
        if (outcomes.sent() == outcomes.answered()) {
            return 0;
        }
        out.println("The outcomes do not add up to what was sent.");
        return 1;
    }

    private void inRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be 1 to " + most + ", not " + value);
        }
    }
}
