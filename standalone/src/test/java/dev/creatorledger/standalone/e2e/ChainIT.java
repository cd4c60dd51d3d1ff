package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.verifier.AuditVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** U3 from end to end: a checkpoint, an export, the verifier; and somebody at the database. */
@OnlyEmbedded
class ChainIT {

    private static final String EXPORT = "/v1/audit/export?format=jsonl";

    @TempDir
    private Path data;

    private static void book(Stage stage, int from, int to) {
        stage.book(IntStream.range(from, to)
                .mapToObj(i -> impression("i-" + i, "ch-v", stage.hour(1), 4_000, "1000"))
                .toArray(String[]::new));
    }

    private String verify(int expected, String export, JsonNode checkpoint) throws IOException {
        Path exported = data.resolve("export.jsonl");
        Path signed = data.resolve("signed.json");
        Files.writeString(exported, export);
        Files.writeString(signed, checkpoint.toString());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        Path key = data.resolve("keys/checkpoint-public.pem");
        int code =
                AuditVerifier.run(List.of(exported.toString(), signed.toString(), "--key", key.toString()), out, out);
        String said = told.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(expected);
        return said;
    }

    private static void tamper(RunningLedger ledger, String sql) throws IOException, SQLException {
        try (Connection connection = ledger.database();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void provesAnExportAndNamesWhatWasChangedInTheDatabase() throws Exception {
        Instant now = Instant.now();
        JsonNode checkpoint;
        JsonNode changed;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            book(stage, 0, 500);
            Api.Answer made = stage.auditor.post("/v1/audit/checkpoints", "");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            checkpoint = made.body();
            book(stage, 500, 600);
            assertThat(verify(0, stage.auditor.get(EXPORT).text(), checkpoint)).contains("everything holds");
            changed = stage.settled("/v1/audit/events?type=ImpressionQualified&limit=20")
                    .body()
                    .at("/items/15");
            tamper(
                    ledger,
                    "UPDATE domain_event SET payload = convert_to(replace(convert_from(payload, 'UTF8'), '1000', '9000'),"
                            + " 'UTF8') WHERE global_index = "
                            + changed.path("sequence").asLong());
            assertThat(verify(1, stage.auditor.get(EXPORT).text(), checkpoint))
                    .contains(
                            "CHANGED",
                            "event " + changed.path("sequence").asLong(),
                            changed.path("eventId").asString());
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            await().atMost(Duration.ofSeconds(15)).until(() -> ledger.output().stream()
                    .anyMatch(line -> line.contains("The chain of events is broken")));
            Api.Answer refused = stage.auditor.post("/v1/audit/checkpoints", "");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("CHAIN_BROKEN");
            assertThat(ledger.as("admin").get("/actuator/health").text()).contains("is not the one that was linked");
            book(stage, 600, 610); // money flows on
            assertThat(verify(1, stage.auditor.get(EXPORT).text(), checkpoint))
                    .contains(changed.path("eventId").asString());
        }
    }

    @Test
    void goesOnAfterAKillInTheMiddleOfLinkingWithTheSameHashes() throws Exception {
        Instant now = Instant.now();
        String before = "";
        for (int round = 0; round < 3; round++) {
            try (RunningLedger ledger = RunningLedger.start(data)) {
                Stage stage = new Stage(ledger, now);
                if (round == 0) {
                    stage.enrolled("ch", 5_000);
                }
                assertThat(stage.auditor.get(EXPORT).text()).startsWith(before);
                book(stage, 1_000 * round, 1_000 * round + 1_000);
                // Linked or not yet: wherever the keeper is just now.
                before = stage.auditor.get(EXPORT).text();
                book(stage, 100_000 * (round + 1), 100_000 * (round + 1) + 1_000);
                ledger.kill();
            }
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            Api.Answer made = stage.auditor.post("/v1/audit/checkpoints", "");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            String export = stage.auditor.get(EXPORT).text();
            assertThat(export).startsWith(before);
            assertThat(verify(0, export, made.body())).contains("everything holds");
        }
    }
}
