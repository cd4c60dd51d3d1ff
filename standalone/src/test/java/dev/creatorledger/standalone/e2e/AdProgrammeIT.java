package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static dev.creatorledger.standalone.e2e.Stage.programme;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ad-revenue programme through HTTP: who is taken in, what is booked, what it earns (C1–C5, A1–A12). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdProgrammeIT {

    private RunningLedger ledger;
    private Stage stage;

    @BeforeAll
    void start(@TempDir Path data) {
        ledger = RunningLedger.start(data);
        stage = new Stage(ledger, Instant.now());
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Nested
    class TakingIn {

        @Test
        void refusesAChannelShortOfFollowersAndWatchTimeAndNamesBothFigures() { // A1, A2
            stage.channel("short");
            stage.video("short-v", "short");
            stage.followers("short", 199);
            stage.watched("short-v", 0, 10, 3_000L * 3_600 - 1);

            Api.Answer refusal = stage.operator.post(programme("short", "apply"), "{}");

            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.code()).isEqualTo("NOT_ELIGIBLE");
            assertThat(refusal.body().path("violations").valueStream().map(v -> v.path("code")
                            .asString()))
                    .containsExactlyInAnyOrder("FOLLOWERS", "WATCH_HOURS");
        }

        @Test
        void takesTheChannelInOnceBothConditionsHoldAndShowsThem() { // A1, A2
            stage.enrolled("enough", 5_000);

            Api.Answer channel = stage.settled("/v1/channels/enough");

            assertThat(channel.at("/adProgramme/status")).isEqualTo("ENROLLED");
            assertThat(channel.at("/adProgramme/shareBps")).isEqualTo("5000");
            assertThat(channel.at("/adProgramme/eligibility/eligible")).isEqualTo("true");
            assertThat(channel.at("/memberships/status")).isEqualTo("OFF");
        }

        @Test
        void needsAReasonForAnApprovalAndAShareOfAtLeastTheFloor() { // A3, U1
            stage.channel("floor");
            stage.video("floor-v", "floor");
            stage.followers("floor", 200);
            stage.watched("floor-v", 0, 10, 3_000L * 3_600);
            stage.operator.post(programme("floor", "apply"), "{}");

            assertThat(stage.operator.post(programme("floor", "approve"), "{}").code())
                    .isEqualTo("REASON_REQUIRED");
            assertThat(stage.operator
                            .post(programme("floor", "approve"), "{\"shareBps\":4999}", "low")
                            .status())
                    .isEqualTo(422);
            assertThat(stage.operator
                            .post(programme("floor", "approve"), "{}", "fine")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void countsCopiesForTheOriginalsChannelOnly() { // C3, C4
            stage.channel("maker");
            stage.channel("copier");
            stage.video("made", "maker");
            stage.videoOf("copy", "{\"channelId\":\"copier\",\"kind\":\"REPUBLISHED\",\"originalVideoId\":\"made\"}");
            stage.videoOf("copy2", "{\"channelId\":\"copier\",\"kind\":\"REPUBLISHED\",\"originalVideoId\":\"copy\"}");
            stage.followers("maker", 200);
            stage.followers("copier", 200);
            stage.watched("copy", 1, 5, 1_500L * 3_600);
            stage.watched("copy2", 1, 5, 1_500L * 3_600);

            assertThat(stage.operator.post(programme("copier", "apply"), "{}").status())
                    .isEqualTo(422);
            assertThat(stage.operator.post(programme("maker", "apply"), "{}").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Booking {

        @Test
        void givesEveryImpressionExactlyOneOutcome() { // A5, A6
            stage.enrolled("six", 5_000);
            stage.channel("outside");
            stage.video("outside-v", "outside");
            Instant shown = stage.hour(1).plusSeconds(10);
            stage.book(impression("same", "six-v", shown, 4_000, "10"));

            Map<String, String> outcomes = stage.book(
                    impression("minus", "six-v", shown, 4_000, "-1"),
                    impression("ahead", "six-v", Instant.now().plusSeconds(600), 4_000, "10"),
                    impression("nobody", "no-such-video", shown, 4_000, "10"),
                    impression("shut", "outside-v", shown, 4_000, "10"),
                    impression("old", "six-v", shown.minus(Duration.ofDays(3)), 4_000, "10"),
                    impression("same", "six-v", shown, 4_000, "10"),
                    impression("brief", "six-v", shown, 3_999, "10"),
                    impression("long", "six-v", shown, 4_000, "10"));

            assertThat(outcomes)
                    .containsEntry("minus", "invalid")
                    .containsEntry("ahead", "in_future")
                    .containsEntry("nobody", "unknown_video")
                    .containsEntry("shut", "not_enrolled")
                    .containsEntry("old", "too_late")
                    .containsEntry("same", "duplicate")
                    .containsEntry("brief", "not_qualified")
                    .containsEntry("long", "qualified");
            assertThat(stage.book(impression("same", "six-v", shown, 4_001, "10")))
                    .containsEntry("same", "conflict");
            assertThat(stage.book(impression("same", "six-v", shown.plusSeconds(3_600), 4_001, "10")))
                    .doesNotContainEntry("same", "duplicate");
        }

        @Test
        void givesTheOddMicroToTheCreator() { // M3
            stage.enrolled("odd", 5_000);

            stage.book(impression("odd-1", "odd-v", stage.hour(1), 4_000, "0.000001"));
            assertThat(stage.balance("odd", "estimated")).isEqualTo("0.000001");

            stage.book(impression("odd-2", "odd-v", stage.hour(1), 4_000, "0.000003"));
            assertThat(stage.balance("odd", "estimated")).isEqualTo("0.000003");
        }

        @Test
        void creditsACopyToTheOriginalAndItsChannel() { // C4
            stage.enrolled("source", 6_000);
            stage.channel("mirror");
            stage.videoOf(
                    "mirror-v", "{\"channelId\":\"mirror\",\"kind\":\"REPUBLISHED\",\"originalVideoId\":\"source-v\"}");

            assertThat(stage.book(impression("m-1", "mirror-v", stage.hour(1), 4_000, "100")))
                    .containsEntry("m-1", "qualified");

            assertThat(stage.balance("source", "estimated")).isEqualTo("60");
            assertThat(stage.balance("mirror", "estimated")).isEqualTo("0");
            assertThat(stage.settled("/v1/channels/source/videos/top").at("/items/0/videoId"))
                    .isEqualTo("source-v");
        }

        @Test
        void keepsAMalformedItemFromSpoilingTheOthersButRefusesAMalformedDocument() {
            stage.enrolled("spoil", 5_000);
            String good = impression("good", "spoil-v", stage.hour(1), 4_000, "1");
            String number = good.replace("\"amount\":\"1\"", "\"amount\":1").replace("good", "number");

            assertThat(stage.book("{\"impressionId\":17}", number, good))
                    .containsEntry("number", "invalid")
                    .containsEntry("good", "qualified");
            Api.Answer broken = stage.ingest.post("/v1/impressions:batch", "{\"impressions\":[" + good);
            assertThat(broken.status()).isEqualTo(400);
            assertThat(stage.balance("spoil", "estimated")).isEqualTo("0.5");
        }

        @Test
        void answersLinesOneByOneAndThenTheCounts() {
            stage.enrolled("lines", 5_000);
            String lines = impression("l-1", "lines-v", stage.hour(1), 4_000, "1") + "\nnot json\n"
                    + impression("l-2", "lines-v", stage.hour(1), 1, "1") + "\n";

            List<String> answer = stage.ingest
                    .postLines("/v1/impressions:batch", lines)
                    .text()
                    .lines()
                    .toList();

            assertThat(answer).hasSize(4);
            assertThat(answer.get(0)).contains("l-1", "\"qualified\"");
            assertThat(answer.get(1)).contains("invalid");
            assertThat(answer.get(2)).contains("not_qualified");
            assertThat(Api.JSON.readTree(answer.get(3)).at("/counts/qualified").asInt())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Backfilling {

        @Test
        void booksAPastPeriodOnceAndMakesItFinalByClosing() { // A11
            stage.enrolled("past", 5_000);
            Instant from = Instant.parse("2020-02-28T00:00:00Z");
            Instant shown = from.plusSeconds(3_700);
            String period = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, from.plus(Duration.ofDays(2)));

            assertThat(stage.operator.post("/v1/backfills/bf-1", period).code()).isEqualTo("REASON_REQUIRED");
            assertThat(stage.operator
                            .post("/v1/backfills/bf-1", period, "outage")
                            .status())
                    .isEqualTo(201);
            assertThat(stage.operator
                            .post("/v1/backfills/bf-2", period, "outage")
                            .status())
                    .isEqualTo(409);
            String one = impression("p-1", "past-v", shown, 4_000, "100");
            String outside = impression("p-2", "past-v", from.minusMillis(1), 4_000, "100");
            assertThat(Stage.outcomes(stage.send("?backfill=bf-1", one, outside)))
                    .containsEntry("p-1", "qualified")
                    .containsEntry("p-2", "too_late");
            assertThat(Stage.outcomes(stage.send("?backfill=bf-1", one))).containsEntry("p-1", "duplicate");

            assertThat(stage.operator
                            .post("/v1/backfills/bf-1:close", "{}", "done")
                            .status())
                    .isEqualTo(200);
            assertThat(stage.operator
                            .post("/v1/backfills/bf-1:close", "{}", "done")
                            .status())
                    .isEqualTo(200);

            assertThat(stage.balance("past", "available")).isEqualTo("50");
            assertThat(stage.balance("past", "estimated")).isEqualTo("0");
            assertThat(Stage.outcomes(stage.send("?backfill=bf-1", one))).containsEntry("p-1", "too_late");
            Api.Answer day = stage.settled("/v1/channels/past/earnings?from=2020-02-28&to=2020-02-29&by=day");
            assertThat(day.at("/items/0/period")).isEqualTo("2020-02-28");
            assertThat(day.at("/items/0/final/amount")).isEqualTo("50");
        }
    }

    @Nested
    class Reading {

        @Test
        void showsTheEventsOfAnAggregateAsStored() { // U1
            stage.enrolled("story", 5_000);

            Api.Answer events = stage.auditor.get("/v1/audit/events?aggregate=story&type=AdProgrammeApproved");

            assertThat(events.at("/items/0/type")).isEqualTo("AdProgrammeApproved");
            assertThat(events.at("/items/0/aggregateId")).isEqualTo("story");
            assertThat(events.at("/items/0/metadata/reason")).isEqualTo("checked by hand");
            assertThat(events.at("/items/0/payload/evidence/followers")).isEqualTo("200");
        }

        @Test
        void refusesWhoeverHasNoTokenOrNoBusiness() {
            assertThat(ledger.with("").get("/v1/channels/story").status()).isEqualTo(401);
            assertThat(ledger.as("ingest")
                            .post(programme("story", "approve"), "{}", "me")
                            .status())
                    .isEqualTo(403);
            assertThat(stage.auditor.get("/v1/channels/nobody").status()).isEqualTo(404);
        }
    }
}
