package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version of the service on events of an old one, from end to end ({@link EarningsOfTheBeginning}). */
@OnlyEmbedded
class UpcastingIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String EXPORT = "/v1/audit/export?format=jsonl";
    private static final String JOURNAL = "/v1/audit/trial-balance";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /** What an old version would have stored, under a chain that has never seen anything else. */
    private static void bringBackTheOldForm(RunningLedger ledger) throws IOException, SQLException {
        try (Connection connection = ledger.database();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE domain_event SET payload_revision = 0, payload = convert_to("
                            + "replace(convert_from(payload, 'UTF8'), 'creatorPart', 'creatorShare'), 'UTF8')"
                            + " WHERE payload_type = 'EarningsFinalized'"))
                    .isEqualTo(1);
            statement.execute("TRUNCATE chain_link");
        }
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    @Test
    void isReadByAggregatesViewsReplaysAndTheJournal() throws Exception {
        Instant now = Instant.now();
        String available;
        String books;
        try (RunningLedger ledger = RunningLedger.startWithTestClasses(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            Instant past = stage.hour(24 * 10);
            String period = "{\"from\":\"" + past + "\",\"to\":\"" + past.plusSeconds(3_600) + "\"}";
            ok(stage.operator.post("/v1/backfills/bf", period, "history"));
            stage.send("?backfill=bf", impression("i-1", "ch-v", past, 4_000, "10000001"));
            ok(stage.operator.post("/v1/backfills/bf:close", "", "done"));
            available = stage.balance("ch", "available");
            assertThat(available).isEqualTo("5000000.5");
            books = stage.settled(JOURNAL).body().path("accounts").toString();
            assertThat(books).contains("5000000.5");
            bringBackTheOldForm(ledger);
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.startWithTestClasses(data)) {
            Stage stage = new Stage(ledger, now);
            assertThat(stage.auditor.get(EXPORT).text())
                    .as("what is stored stays as it is")
                    .contains("creatorShare");
            assertThat(stage.balance("ch", "available")).as("a view").isEqualTo(available);
            assertThat(stage.settled(JOURNAL).body().path("accounts").toString())
                    .as("the journal")
                    .isEqualTo(books);
            ok(ledger.as("admin")
                    .put(
                            "/v1/channels/ch/bank-account",
                            "{\"iban\":\"IR580540105180021273113007\",\"holder\":\"Sara Ahmadi\"}"));
            ok(ledger.as("admin").post("/v1/channels/ch/payouts", "{\"payoutId\":\"p-1\"}"));
            assertThat(stage.balance("ch", "held")).as("the aggregate").isEqualTo("5000000");
            for (String view : List.of("balances", "journal")) {
                assertThat(replayed(ledger, view)).as("a replay of " + view).isEqualTo("EQUAL");
            }
            ok(stage.auditor.post("/v1/audit/checkpoints", ""));
            assertThat(ledger.output()).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
        }
    }

    private static String replayed(RunningLedger ledger, String view) {
        Api admin = ledger.as("admin");
        Api.Answer begun = admin.post("/v1/admin/replays", "{\"view\":\"" + view + "\"}");
        ok(begun);
        String replay = "/v1/admin/replays/" + begun.at("/replayId");
        await().atMost(LIMIT).until(() -> !admin.get(replay).at("/state").equals("RUNNING"));
        return admin.get(replay).at("/state");
    }
}
