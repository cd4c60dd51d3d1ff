package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static dev.creatorledger.standalone.e2e.Stage.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time and crashes do to income: nothing is lost, nothing doubled, everything is sealed once (A4, A7, A8). */
class TimeAndCrashIT {

    private static final Duration DUE_LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path data;

    @Test
    void sealsWhatFellDueWhileTheServiceWasDown() { // A8, A9
        Instant now = Instant.now();
        String early;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 7_000);
            early = impression("i-1", "ch-v", stage.hour(1), 4_000, "1000");
            assertThat(stage.book(early, impression("i-2", "ch-v", now, 4_000, "500")))
                    .containsEntry("i-1", "qualified")
                    .containsEntry("i-2", "qualified");
            assertThat(stage.balance("ch", "estimated")).isEqualTo("1050");
            assertThat(stage.balance("ch", "available")).isEqualTo("0");
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data, "PT26H")) {
            Stage stage = new Stage(ledger, now.plus(Duration.ofHours(26)));
            await().atMost(DUE_LIMIT)
                    .until(() -> stage.balance("ch", "available").equals("1050"));
            assertThat(stage.balance("ch", "estimated")).isEqualTo("0");
            assertThat(stage.book(early)).containsEntry("i-1", "too_late");
            Api.Answer sealed = stage.auditor.get("/v1/audit/events?type=ImpressionWindowSealed");
            assertThat(sealed.body().path("items")).hasSize(2);
            assertThat(ledger.stop()).isIn(0, 143);
        }
        try (RunningLedger ledger = RunningLedger.start(data, "PT26H")) {
            Stage stage = new Stage(ledger, now.plus(Duration.ofHours(26)));
            assertThat(stage.balance("ch", "available")).isEqualTo("1050");
            assertThat(stage.auditor
                            .get("/v1/audit/events?type=EarningsFinalized")
                            .body()
                            .path("items"))
                    .hasSize(2);
        }
    }

    @Test
    void shutsTheHoursOfASuspensionAndOpensThemFromTheReinstatementsOwnHour() { // A4
        Instant now = Instant.now();
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            assertThat(stage.operator
                            .post(programme("ch", "suspend"), "{}", "complaint")
                            .status())
                    .isEqualTo(200);
            assertThat(stage.book(impression("before", "ch-v", stage.hour(2), 4_000, "1")))
                    .containsEntry("before", "qualified");
        }
        try (RunningLedger ledger = RunningLedger.start(data, "PT5H")) {
            Stage stage = new Stage(ledger, now.plus(Duration.ofHours(5)));
            assertThat(stage.book(impression("shut", "ch-v", stage.hour(1), 4_000, "1")))
                    .containsEntry("shut", "not_enrolled");
            assertThat(stage.operator
                            .post(programme("ch", "reinstate"), "{}", "settled")
                            .status())
                    .isEqualTo(200);
            Instant shown = Instant.now().plus(Duration.ofHours(5));
            assertThat(stage.book(
                            impression("still shut", "ch-v", shown.minus(Duration.ofHours(1)), 4_000, "1"),
                            impression("open", "ch-v", shown, 4_000, "1")))
                    .containsEntry("still shut", "not_enrolled")
                    .containsEntry("open", "qualified");
        }
    }

    @Test
    void countsEveryImpressionOnceWhenManySendTheSameAcrossAKill() { // A7
        Instant now = Instant.now();
        int impressions = 2_000;
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            List<CompletableFuture<Void>> senders = IntStream.range(0, 4)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> sendAll(stage, impressions, sender)))
                    .toList();
            senders.get(0).join();
            ledger.kill();
            senders.forEach(sender -> sender.handle((done, cut) -> null).join());
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            assertThat(ledger.output()).noneMatch(line -> line.contains("Large windows"));
            sendAll(stage, impressions, 0);
            assertThat(stage.balance("ch", "estimated")).isEqualTo(String.valueOf(impressions));
        }
    }

    @Test
    void hasALargeWindowInMemoryBeforeItTakesRequests() { // A7, and what a restart costs its next sender
        Instant now = Instant.now();
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            for (int batch = 0; batch < 12; batch++) {
                int first = batch * 100;
                stage.send(
                        "",
                        IntStream.range(first, first + 100)
                                .mapToObj(i -> impression("i-" + i, "ch-v", stage.hour(1), 4_000, "2"))
                                .toArray(String[]::new));
            }
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            assertThat(ledger.output()).anyMatch(line -> line.contains("Large windows in memory again: 1"));
            Stage stage = new Stage(ledger, now);
            assertThat(stage.book(impression("i-7", "ch-v", stage.hour(1), 4_000, "2")))
                    .containsEntry("i-7", "duplicate");
        }
    }

    private static void sendAll(Stage stage, int impressions, int offset) {
        int size = 100;
        for (int batch = 0; batch < impressions / size; batch++) {
            // Every sender begins elsewhere, so that batches overlap in different orders.
            int first = (batch + offset * 5) % (impressions / size) * size;
            stage.send(
                    "",
                    IntStream.range(first, first + size)
                            .mapToObj(i -> impression("i-" + i, "ch-v", stage.hour(i % 3), 4_000, "2"))
                            .toArray(String[]::new));
        }
    }

    @OnlyEmbedded
    @Test
    void startsAgainBesideADatabaseThatAKilledServiceLeftBehind() {
        try (RunningLedger ledger = RunningLedger.start(data)) {
            new Stage(ledger, Instant.now()).channel("kept");
            ledger.killAlone();
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, Instant.now());
            assertThat(stage.settled("/v1/channels/kept").status()).isEqualTo(200);
        }
    }

    @OnlyEmbedded
    @Test
    void refusesASecondServiceOnTheSameFolder() {
        try (RunningLedger first = RunningLedger.start(data)) {
            assertThatThrownBy(() -> RunningLedger.start(data)).hasMessageContaining(data.toString());
            assertThat(first.as("auditor").get("/v1/audit/events").status()).isEqualTo(200);
        }
    }
}
