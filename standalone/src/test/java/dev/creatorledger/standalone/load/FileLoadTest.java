package dev.creatorledger.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.standalone.load.FakeLedger.Weather;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FileLoadTest {

    private static final String HEADER = "video_id,date,channel,category_id,published_at,cumulative_views\n";
    private static final String ROWS = HEADER
            + "v1,2017-11-14,WWE,17,15:00:00,10400000\n"
            + "v2,2017-11-14,\"One List , One Life\",24,15:00:00,50\n"
            + "v1,2017-11-15,PinkVEVO,17,15:00:00,10407900\n";
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(4));

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Nested
    class AService {

        @Test
        void isGivenEveryImpressionOnceWhateverTheWeather() throws IOException {
            Weather[] april = {
                Weather.FAIR, Weather.BUSY, Weather.FAIR, Weather.GONE_AFTER, Weather.NOT_READY, Weather.GONE_BEFORE
            };
            try (FakeLedger ledger = new FakeLedger(april)) {
                Outcomes outcomes = load(ledger, ROWS, 10);

                assertThat(outcomes.sent()).isEqualTo(104 + 1 + 7);
                assertThat(outcomes.answered()).isEqualTo(outcomes.sent());
                assertThat(ledger.booked).hasSize(112).containsKeys("v1:2017-11-14:103", "v1:2017-11-15:6");
            }
        }

        @Test
        void isToldOfChannelsVideosAndViewsBeforeTheImpressions() throws IOException {
            try (FakeLedger ledger = new FakeLedger(Weather.FAIR)) {
                load(ledger, ROWS, 5_000);

                String wwe = "ch-473351ed3961d152";
                assertThat(ledger.requests)
                        .containsSubsequence(
                                "PUT /v1/channels/" + wwe,
                                "PUT /v1/channels/" + wwe + "/audience",
                                "PUT /v1/videos/" + wwe + "-history",
                                "PUT /v1/videos/" + wwe + "-history/audience/2026-11-21",
                                "POST /v1/channels/" + wwe + "/ad-programme:apply",
                                "POST /v1/channels/" + wwe + "/ad-programme:approve",
                                "PUT /v1/videos/v1")
                        .contains("PUT /v1/channels/ch-905590102435499b", "PUT /v1/videos/v1/audience/2017-11-15");
                assertThat(ledger.requests.stream().filter("PUT /v1/videos/v1"::equals))
                        .hasSize(1);
                assertThat(ledger.reasons).containsKey("/v1/channels/" + wwe + "/ad-programme:approve");
            }
        }

        @Test
        void seesTheSameBackfillForTheSameFile() throws IOException {
            try (FakeLedger ledger = new FakeLedger(Weather.FAIR)) {
                load(ledger, ROWS, 50);
                Outcomes again = load(ledger, ROWS, 70);

                assertThat(again.counts()).isEqualTo(Map.of("duplicate", 112L));
                assertThat(ledger.requests.stream()
                                .filter(request -> request.matches("POST /v1/backfills/[^:]*"))
                                .distinct())
                        .hasSize(1);
            }
        }

        @Test
        void thatStaysAwayIsGivenUp() {
            try (FakeLedger ledger = new FakeLedger(Weather.NOT_READY)) {
                Patience none = new Patience(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(4));
                assertThatThrownBy(() -> ledger.client(none).get("/v1/channels/x"))
                        .isInstanceOf(LoadException.class)
                        .hasMessageContaining("given up")
                        .hasMessageContaining("503 UNAVAILABLE");
            }
        }

        @Test
        void seesOneKeyForAllTriesOfACommand() {
            try (FakeLedger ledger = new FakeLedger(Weather.GONE_AFTER, Weather.GONE_AFTER, Weather.FAIR)) {
                ledger.client(SHORT).post("/v1/channels/x/ad-programme:apply", Map.of(), "why not?");

                assertThat(ledger.requests).hasSize(3);
                assertThat(ledger.keys).hasSize(1);
                assertThat(ledger.reasons.values()).containsOnly("why%20not%3F");
            }
        }

        @Test
        void seesAKeyForEachCommandOfTheSamePath() {
            try (FakeLedger ledger = new FakeLedger(Weather.FAIR)) {
                LedgerClient client = ledger.client(SHORT);
                client.post("/v1/channels/x/memberships", Map.of("membershipId", "m-1"), null);
                client.post("/v1/channels/x/memberships", Map.of("membershipId", "m-2"), null);

                assertThat(ledger.keys).hasSize(2);
            }
        }
    }

    @Nested
    class TheCommand {

        @Test
        void endsWithZeroWhenEveryImpressionWasAnswered() throws IOException {
            try (FakeLedger ledger = new FakeLedger(Weather.FAIR)) {
                assertThat(execute(ledger, ROWS)).isZero();
            }
        }

        @Test
        void endsWithOneWhenTheOutcomesDoNotAddUp() throws IOException {
            try (FakeLedger ledger = new FakeLedger(Weather.FAIR)) {
                ledger.loses(1);
                assertThat(execute(ledger, ROWS)).isEqualTo(1);
            }
        }

        @Test
        void sendsNothingOfAFileWithABadRow() throws IOException {
            try (FakeLedger ledger = new FakeLedger(Weather.FAIR)) {
                assertThatThrownBy(() ->
                                load(ledger, ROWS + "v3,14.11.2017,WWE,17,15:00:00,1\nv3,2017-11-14,WWE,1,x,-1\n", 10))
                        .isInstanceOf(LoadException.class)
                        .hasMessageContaining("line 5: date \"14.11.2017\"")
                        .hasMessageContaining("line 6: cumulative_views \"-1\"");
                assertThatThrownBy(() -> load(ledger, ROWS + "v1,2017-11-15,WWE,17,15:00:00,1\n", 10))
                        .hasMessageContaining("line 5: 2017-11-15 is not after the previous row of v1");
                assertThatThrownBy(() -> load(ledger, "video_id,date\nv1,2017-11-15\n", 10))
                        .hasMessageContaining(
                                "lacks the columns [channel, category_id, published_at, cumulative_views]");
                assertThat(ledger.requests).isEmpty();
            }
        }

        private int execute(FakeLedger ledger, String csv) throws IOException {
            return new CommandLine(new LoadCommand())
                    .execute(
                            file(csv).toString(),
                            "--url",
                            ledger.address().toString(),
                            "--token",
                            "t0ken",
                            "--day",
                            "2026-11-21");
        }
    }

    private Outcomes load(FakeLedger ledger, String csv, int batchSize) throws IOException {
        LoadPlan plan = new LoadPlan(LocalDate.parse("2026-11-21"), batchSize, 3, false);
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new FileLoad(new ViewsFile(file(csv)), ledger.client(SHORT), plan, out).run();
    }

    private Path file(String csv) throws IOException {
        return Files.writeString(folder.resolve("views.csv"), csv);
    }
}
