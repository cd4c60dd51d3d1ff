package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.creatorledger.standalone.cli.BackupCommand;
import dev.creatorledger.verifier.AuditVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A copy that is made under load is as good as the folder that was lost, and an older one is not taken in silence. */
@OnlyEmbedded
class BackupIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private static int backup(Path data, Path to) {
        return new CommandLine(new BackupCommand()).execute("--data", data.toString(), to.toString());
    }

    private static String[] batch(Stage stage, int number) {
        return IntStream.range(number * BATCH, (number + 1) * BATCH)
                .mapToObj(i -> impression("i-" + i, "ch-v", stage.hour(1), 4_000, "1000"))
                .toArray(String[]::new);
    }

    private static JsonNode signed(Stage stage) {
        Api.Answer made = stage.auditor.post("/v1/audit/checkpoints", "");
        assertThat(made.status()).as(made.text()).isIn(200, 201);
        return made.body();
    }

    private void verify(Stage stage, JsonNode checkpoint) throws IOException {
        Path export = Files.writeString(
                folder.resolve("export.jsonl"),
                stage.auditor.get("/v1/audit/export?format=jsonl").text());
        Path signed = Files.writeString(folder.resolve("signed.json"), checkpoint.toString());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        String key = data().resolve("keys/checkpoint-public.pem").toString();
        int code = AuditVerifier.run(List.of(export.toString(), signed.toString(), "--key", key), out, out);
        assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static void viewsAreThoseOfAReplay(RunningLedger ledger) {
        Api admin = ledger.as("admin");
        for (String view : List.of("channels", "balances", "earnings", "journal")) {
            Api.Answer begun = admin.post("/v1/admin/replays", "{\"view\":\"" + view + "\"}");
            String replay = "/v1/admin/replays/" + begun.at("/replayId");
            await().atMost(LIMIT).until(() -> !admin.get(replay).at("/state").equals("RUNNING"));
            assertThat(admin.get(replay).at("/state")).as(view).isEqualTo("EQUAL");
        }
    }

    /** Batches until it is told to stop; how many were acknowledged by when. */
    private static Thread loading(Stage stage, AtomicInteger acknowledged, AtomicBoolean enough) {
        Thread load = new Thread(
                () -> {
                    while (!enough.get()) {
                        stage.book(batch(stage, acknowledged.get()));
                        acknowledged.incrementAndGet();
                    }
                },
                "load");
        load.start();
        return load;
    }

    @Test
    void bringsBackWhatWasAcknowledgedBeforeItWasMade() throws Exception {
        Instant now = Instant.now();
        AtomicInteger acknowledged = new AtomicInteger();
        int before;
        JsonNode checkpoint;
        try (RunningLedger ledger = RunningLedger.start(data())) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            AtomicBoolean enough = new AtomicBoolean();
            Thread load = loading(stage, acknowledged, enough);
            try {
                await().atMost(LIMIT).until(() -> acknowledged.get() > 20);
                checkpoint = signed(stage);
                before = acknowledged.get();
                assertThat(backup(data(), backup())).isZero();
                int when = acknowledged.get();
                assertThat(when).as("the load went on meanwhile").isGreaterThan(before);
                await().atMost(LIMIT).until(() -> acknowledged.get() > when + 5);
            } finally {
                enough.set(true);
                load.join();
            }
            assertThat(backup(data(), backup())).as("nothing is written over").isNotZero();
            ledger.kill();
        }
        FileSystemUtils.deleteRecursively(data());
        assertThat(backup(backup(), data())).as("a copy of what does not run").isZero();
        try (RunningLedger ledger = RunningLedger.start(data())) {
            Stage stage = new Stage(ledger, now);
            for (int number = 0; number < before; number++) {
                assertThat(stage.book(batch(stage, number)).values())
                        .as("batch " + number)
                        .containsOnly("duplicate");
            }
            // What was acknowledged after the copy is lost with the folder, and is sent again.
            for (int number = before; number < acknowledged.get(); number++) {
                stage.book(batch(stage, number));
            }
            assertThat(stage.settled("/v1/channels/ch/earnings?granularity=month")
                            .body()
                            .path("items")
                            .valueStream()
                            .mapToInt(item -> item.path("qualified").asInt())
                            .sum())
                    .isEqualTo(acknowledged.get() * BATCH);
            viewsAreThoseOfAReplay(ledger);
            verify(stage, checkpoint);
            verify(stage, signed(stage));
            assertThat(ledger.output()).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
            ledger.kill();
        }
        olderStateIsRefused();
    }

    /** The checkpoints went elsewhere, as they should, and came back newer than the copy. */
    private void olderStateIsRefused() throws IOException {
        Path checkpoints = folder.resolve("checkpoints");
        FileSystemUtils.copyRecursively(data().resolve("checkpoints"), checkpoints);
        FileSystemUtils.deleteRecursively(data());
        assertThat(backup(backup(), data())).isZero();
        FileSystemUtils.copyRecursively(checkpoints, data().resolve("checkpoints"));
        assertThatIllegalStateException()
                .isThrownBy(() -> RunningLedger.start(data()))
                .withMessageContaining("an older state of the events was restored")
                .withMessageContaining("Restore a newer backup")
                .withMessageNotContaining("ready at");
    }
}
