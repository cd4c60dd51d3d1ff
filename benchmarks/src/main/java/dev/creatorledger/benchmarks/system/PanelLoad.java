package dev.creatorledger.benchmarks.system;

import dev.creatorledger.standalone.load.LedgerClient;
import dev.creatorledger.standalone.load.Patience;
import dev.creatorledger.standalone.load.Tokens;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long the panel's pages take on a store with many channels and impressions, all of them final, and a payout of the
 * channel that has most.
 */
final class PanelLoad {

    /** Windows of the traffic are final by then. */
    private static final String CLOCK_OFFSET = "P2D";

    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);
    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final int TIMES = 30;
    private static final String IBAN = "IR580540105180021273113007";
    private static final String PAYOUT = "bench-payout";
    private static final String WANTED = "< 300 ms";

    private static final List<String> OF_THE_CHANNEL = List.of(
            "", "/income", "/payouts", "/payouts/" + PAYOUT, "/statement", "/statement.csv", "/members", "/refunds");

    private static final List<String> OF_ALL = List.of(
            "/panel/audit/events",
            "/panel/audit/events?type=EarningsFinalized",
            "/panel/audit/events/1",
            "/panel/audit/life?aggregate=bench-0",
            "/panel/audit/trial-balance",
            "/panel/audit/journal",
            "/panel/audit/account?name=income:platform:ads",
            "/panel/audit/replays",
            "/panel/audit/checkpoints",
            "/panel/audit/exports",
            "/panel/compliance/settlements",
            "/panel/compliance/pauses",
            "/panel/compliance/refunds",
            "/panel/compliance/refused-perks",
            "/panel/compliance/negative-balances",
            "/panel/compliance/decisions?actor=admin",
            "/panel/operator",
            "/panel/operator/dead-letters");

    private final LoadOptions options;
    private final Population population;
    private final Report report;
    private final PrintStream out;

    PanelLoad(LoadOptions options, Population population, Report report, PrintStream out) {
        this.options = options;
        this.population = population;
        this.report = report;
        this.out = out;
    }

    /** On a folder that no service runs on. */
    void run(Path dataFolder) {
        ServiceProcess service = ServiceProcess.start(options.ledger(), options.heap(), dataFolder, CLOCK_OFFSET);
        try {
            String admin = Tokens.admin(dataFolder);
            LedgerClient client = new LedgerClient(service.address(), admin, Patience.ofOneMinute());
            out.println("sealing every window");
            awaitSealed(client);
            String channel = population.channelId(0);
            requestPayout(client, channel);
            out.println("opening pages");
            PanelVisitor visitor = PanelVisitor.signedIn(service.address(), admin);
            String own = "/panel/channels/" + channel;
            OF_THE_CHANNEL.forEach(page -> measure(visitor, own + page));
            OF_ALL.forEach(page -> measure(visitor, page));
        } finally {
            service.stop();
        }
    }

    private void awaitSealed(LedgerClient client) {
        long giveUpAt = System.nanoTime() + SEALED_WITHIN.toNanos();
        for (int channel = 0; channel < population.size(); channel++) {
            while (!isFinal(client, population.channelId(channel))) {
                if (System.nanoTime() > giveUpAt) {
                    throw new BenchmarkException("windows are not sealed within " + SEALED_WITHIN);
                }
                pause();
            }
        }
    }

    private static boolean isFinal(LedgerClient client, String channel) {
        String estimated = client.get("/v1/channels/" + channel + "/balance")
                .orFail()
                .json()
                .path("estimated")
                .path("amount")
                .asString();
        return new BigDecimal(estimated).signum() == 0;
    }

    private static void requestPayout(LedgerClient client, String channel) {
        client.put("/v1/channels/" + channel + "/bank-account", Map.of("iban", IBAN, "holder", Enrolment.title(0)))
                .orFail();
        String position = client.post("/v1/channels/" + channel + "/payouts", Map.of("payoutId", PAYOUT), null)
                .orFail()
                .json()
                .path("position")
                .asString();
        client.get("/v1/payouts/" + PAYOUT + "?atLeast=" + position).orFail();
    }

    private void measure(PanelVisitor visitor, String path) {
        report.add("`" + path + "`", visitor.open(path, TIMES).report(), WANTED);
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(ASK_EVERY.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }
}
