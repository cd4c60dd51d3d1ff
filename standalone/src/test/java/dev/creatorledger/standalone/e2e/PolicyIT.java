package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static dev.creatorledger.standalone.e2e.Stage.programme;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies and calendars over HTTP: decisions before and after a change, across a kill and with the clock moved. */
class PolicyIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private static Api.Answer set(Stage stage, String name, Instant from, String values) {
        return stage.operator.put(
                "/v1/policies/" + name,
                "{\"effectiveFrom\":\"" + from + "\",\"values\":" + values + "}",
                "as decided by the board");
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private static void eligible(Stage stage, String channel) {
        stage.channel(channel);
        stage.video(channel + "-v", channel);
        stage.followers(channel, 200);
        stage.watched(channel + "-v", 1, 1_000, 3_000L * 3_600);
    }

    @Test
    void changesDecisionsFromItsTimeOnAndNoneBefore() { // V1, A1, A3, A5
        Instant now = Instant.now();
        Instant change = now.plus(Duration.ofHours(5));
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, now);
            stage.enrolled("ch", 5_000);
            eligible(stage, "late");
            String values = "{\"requiredFollowers\":500,\"shareFloorBps\":6000,\"qualifyingMillis\":6000}";
            ok(set(stage, "ad-revenue", change, values));
            ok(set(stage, "ad-revenue", change, values));
            assertThat(set(stage, "ad-revenue", now.minusSeconds(60), values).code())
                    .isEqualTo("EFFECTIVE_IN_PAST");
            assertThat(stage.settled("/v1/channels/late").text()).contains("\"required\":200");
            assertThat(stage.book(impression("i-1", "ch-v", now, 4_000, "1000")))
                    .containsEntry("i-1", "qualified");
            assertThat(stage.settled("/v1/channels/ch").at("/adProgramme/shareBps"))
                    .isEqualTo("5000");
            ledger.kill();
        }
        try (RunningLedger ledger = RunningLedger.start(data, "PT7H")) {
            Instant then = Instant.now().plus(Duration.ofHours(7));
            Stage stage = new Stage(ledger, then);
            Api.Answer refused = stage.operator.post(programme("late", "apply"), "{}");
            assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
            assertThat(refused.text()).contains("500");
            Api.Answer channel = stage.settled("/v1/channels/ch");
            assertThat(channel.at("/adProgramme/shareBps")).isEqualTo("6000");
            assertThat(channel.at("/adProgramme/approval/policyVersion"))
                    .as("the old approval explains itself")
                    .isEqualTo("1");
            assertThat(stage.book(
                            impression("i-2", "ch-v", now, 4_000, "1000"),
                            impression("i-3", "ch-v", then, 5_999, "1000"),
                            impression("i-4", "ch-v", then, 6_000, "1000")))
                    .as("each hour by the version of its time")
                    .containsEntry("i-2", "qualified")
                    .containsEntry("i-3", "not_qualified")
                    .containsEntry("i-4", "qualified");
            assertThat(stage.balance("ch", "estimated")).isEqualTo("1600");
            Api.Answer policy = stage.auditor.get("/v1/policies/ad-revenue");
            assertThat(policy.at("/inForce")).isEqualTo("2");
            assertThat(policy.body().path("versions")).hasSize(2);
            assertThat(policy.at("/versions/0/reason")).isEqualTo("as decided by the board");
        }
    }

    @Test
    void ofACalendarMovesTheDeadlinesOfLaterApprovals() { // P5, V1
        try (RunningLedger ledger = RunningLedger.start(data)) {
            Stage stage = new Stage(ledger, Instant.now());
            ok(stage.operator.put(
                    "/v1/calendars/IR",
                    "{\"validFrom\":\"" + Instant.now().plusSeconds(3_600) + "\",\"weekend\":[\"FRIDAY\"],"
                            + "\"holidays\":[]}",
                    "a six-day week"));
            Api.Answer calendar = ledger.as("compliance").get("/v1/calendars/IR");
            assertThat(calendar.at("/inForce")).isEqualTo("1");
            assertThat(calendar.at("/versions/0/version")).isEqualTo("2");
            assertThat(calendar.at("/versions/0/weekend/0")).isEqualTo("FRIDAY");
            assertThat(ledger.as("payments").get("/v1/calendars/IR").status()).isEqualTo(403);
        }
    }
}
