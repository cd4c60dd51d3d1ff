package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.MemberStage.ok;
import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U2 end to end: after everything that a channel can live through, every view is what its events make of it. */
class ReplayIT {

    private static final List<String> VIEWS =
            List.of("channels", "balances", "earnings", "payouts", "members", "journal", "compliance");
    private static final String REPLAYS = "/v1/admin/replays";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void everyViewEqualsItsEventsAlsoAfterAKill() {
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, Instant.now());
            income(stage);
            payout(ledger);
            members(new MemberStage(ledger::as, Instant::now));
            VIEWS.forEach(view -> assertEqual(ledger, view));
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            new Stage(ledger, Instant.now()).channel("after-the-kill");
            VIEWS.forEach(view -> assertEqual(ledger, view));
            switchOver(ledger);
            assertThat(ledger.as("operator")
                            .post(REPLAYS, "{\"view\":\"balances\"}")
                            .status())
                    .isEqualTo(403);
        }
    }

    private static void income(Stage stage) {
        stage.enrolled("ch", 5_000);
        Instant past = stage.hour(24 * 10);
        ok(stage.operator.post(
                "/v1/backfills/bf",
                "{\"from\":\"" + past + "\",\"to\":\"" + past.plusSeconds(3_600) + "\"}",
                "history"));
        stage.send("?backfill=bf", impression("i-1", "ch-v", past, 4_000, "10000001"));
        ok(stage.operator.post("/v1/backfills/bf:close", "", "done"));
        for (int i = 0; i < 50; i++) {
            stage.book(impression("open-" + i, "ch-v", stage.hour(i % 20), 3_999 + i % 2, "1000"));
        }
    }

    private static void payout(RunningLedger ledger) {
        Api admin = ledger.as("admin");
        ok(admin.put(
                "/v1/channels/ch/bank-account",
                "{\"iban\":\"IR580540105180021273113007\",\"holder\":\"Sara Ahmadi\"}"));
        ok(admin.post("/v1/channels/ch/payouts", "{\"payoutId\":\"p-1\"}"));
        ok(admin.post("/v1/payouts/p-1:approve", "", "checked"));
        ok(admin.post("/v1/payouts/p-1:send", "{\"bankReference\":\"BR-1\"}"));
        ok(admin.post("/v1/payouts/p-1:fail", "{\"reason\":\"account closed\"}"));
        ok(admin.post("/v1/channels/ch/payouts", "{\"payoutId\":\"p-2\"}"));
    }

    private static void members(MemberStage members) {
        members.programme("club");
        members.joined("club", "stays", "WEB");
        members.joined("club", "goes", "IOS");
        members.cancel("goes");
        members.open("club", "MADE_FOR_KIDS");
        members.awaitStatus("stays", "PAUSED");
        ok(members.end("club", "ABUSE"));
        members.awaitStatus("stays", "ENDED");
    }

    private static void assertEqual(RunningLedger ledger, String view) {
        Api.Answer over = over(ledger, begun(ledger, view));
        assertThat(over.at("/state")).as(over.text()).isEqualTo("EQUAL");
        assertThat(Long.parseLong(over.at("/documents"))).as(over.text()).isPositive();
    }

    private static String begun(RunningLedger ledger, String view) {
        Api.Answer begun = ledger.as("admin").post(REPLAYS, "{\"view\":\"" + view + "\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun.at("/replayId");
    }

    private static Api.Answer over(RunningLedger ledger, String id) {
        Api auditor = ledger.as("auditor");
        await().atMost(LIMIT)
                .until(() -> !auditor.get(REPLAYS + "/" + id).at("/state").equals("RUNNING"));
        return auditor.get(REPLAYS + "/" + id);
    }

    /** Of a view that is right, too: it stays right, and goes on. */
    private static void switchOver(RunningLedger ledger) {
        String id = begun(ledger, "channels");
        over(ledger, id);
        String path = REPLAYS + "/" + id;
        assertThat(ledger.as("admin").post(path + ":switch", "").code()).isEqualTo("REASON_REQUIRED");
        ok(ledger.as("admin").post(path + ":switch", "", "to rehearse it"));
        await().atMost(LIMIT)
                .until(() ->
                        !ledger.as("auditor").get(path).at("/switchOver/state").equals("RUNNING"));
        assertThat(ledger.as("auditor").get(path).at("/switchOver/state")).isEqualTo("DONE");
        Stage stage = new Stage(ledger, Instant.now());
        stage.channel("after-the-switch");
        assertThat(stage.settled("/v1/channels/after-the-switch").status()).isEqualTo(200);
        assertEqual(ledger, "channels");
    }
}
