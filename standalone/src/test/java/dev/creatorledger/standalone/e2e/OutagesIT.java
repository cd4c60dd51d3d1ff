package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is told to end while it is busy, or loses its event store: what was answered holds, the rest is told.
 */
class OutagesIT {

    private static final int SENDERS = 4;
    private static final String BATCH = "/v1/impressions:batch";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void whatWasAnsweredBeforeTheEndIsThereAfterIt() {
        Instant now = Instant.now();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        Queue<Integer> refused = new ConcurrentLinkedQueue<>();
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            var senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> send(stage, sender, answered, refused)))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> answered.size() > 500);
            assertThat(ledger.stop()).isIn(0, 143);
            senders.forEach(CompletableFuture::join);
            assertThat(refused).allMatch(status -> status == 503);
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            String[] again = answered.stream().map(id -> shown(stage, id)).toArray(String[]::new);
            assertThat(stage.book(again)).hasSize(answered.size()).allSatisfy((id, outcome) -> assertThat(outcome)
                    .isEqualTo("duplicate"));
        }
    }

    private static String shown(Stage stage, String id) {
        return impression(id, "ch-v", stage.hour(1), 4_000, "2");
    }

    /** Sends batches of ten until the service does not take them any more. */
    private static void send(Stage stage, int sender, Set<String> answered, Queue<Integer> refused) {
        for (int batch = 0; ; batch++) {
            String prefix = "i-" + sender + "-" + batch + "-";
            String[] impressions = IntStream.range(0, 10)
                    .mapToObj(i -> shown(stage, prefix + i))
                    .toArray(String[]::new);
            try {
                Api.Answer answer = stage.ingest.post(BATCH, Stage.batch(impressions));
                if (answer.status() != 200) {
                    refused.add(answer.status());
                    return;
                }
                Map<String, String> outcomes = Stage.outcomes(answer);
                assertThat(outcomes).hasSize(10).allSatisfy((id, outcome) -> assertThat(outcome)
                        .isEqualTo("qualified"));
                answered.addAll(outcomes.keySet());
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    @OnlyEmbedded
    @Test
    void withoutItsEventStoreItRefusesAndKeepsShowingWhatItHasSeen() {
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, Instant.now());
            stage.channel("kept");
            assertThat(stage.settled("/v1/channels/kept").status()).isEqualTo(200);
            ledger.killDatabase();
            assertUnavailable(stage.operator.put("/v1/channels/lost", Stage.channelBody("Lost")));
            assertUnavailable(stage.auditor.get("/v1/audit/events"));
            assertUnavailable(stage.ingest.post(BATCH, Stage.batch(shown(stage, "i-1"))));
            assertThat(stage.auditor.get("/v1/channels/kept").status()).isEqualTo(200);
            assertThat(ledger.with("").get("/actuator/health").status()).isEqualTo(503);
        }
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, Instant.now());
            assertThat(stage.settled("/v1/channels/kept").status()).isEqualTo(200);
            assertThat(stage.auditor.get("/v1/channels/lost").status()).isEqualTo(404);
        }
    }

    private static void assertUnavailable(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
    }
}
