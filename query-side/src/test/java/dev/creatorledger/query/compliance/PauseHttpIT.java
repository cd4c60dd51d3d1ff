package dev.creatorledger.query.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.query.ProgrammeTurns;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("U6 GET /v1/compliance/pauses")
class PauseHttpIT extends QueryHttp {

    private static final String PAUSES = "/v1/compliance/pauses?limit=500";
    private static final Instant NOW = QueryService.NOW;

    private static int channels;

    private final ChannelId channel = new ChannelId("pauses-http-" + channels++);
    private final ProgrammeTurns programme = new ProgrammeTurns(channel);

    private List<JsonNode> own(String query, long position) {
        List<JsonNode> own = new ArrayList<>();
        read(PAUSES + query + "&atLeast=" + position).path("items").forEach(item -> {
            if (item.path("channelId").asString().equals(channel.value())) {
                own.add(item);
            }
        });
        return own;
    }

    private long pauseOfTwoCauses() {
        return publish(
                programme.enabled(1),
                programme.opened(PauseCause.MADE_FOR_KIDS, Opener.SERVICE),
                programme.paused(2, PauseCause.MADE_FOR_KIDS, NOW.minus(Duration.ofDays(12))),
                programme.opened(PauseCause.MONETIZATION_LOST, Opener.OPERATOR),
                programme.closed(PauseCause.MADE_FOR_KIDS, Opener.SERVICE));
    }

    @Test
    void namesEveryCauseThatWasOpenAndTheDaysThatAreLeft() {
        JsonNode pause = own("", pauseOfTwoCauses()).get(0);
        assertThat(pause.toString())
                .isEqualTo("{\"channelId\":\"" + channel.value()
                        + "\",\"causes\":[\"MONETIZATION_LOST\",\"MADE_FOR_KIDS\"],"
                        + "\"pausedSince\":\"2026-01-21T12:00:00Z\",\"daysUntilTermination\":108}");
    }

    @Test
    void tellsHowLongAPauseTookThatWasLeft() {
        pauseOfTwoCauses();
        JsonNode pause = own("", publish(programme.resumed(3, NOW))).get(0);
        assertThat(pause.path("resumedAt").asString()).isEqualTo(NOW.toString());
        assertThat(pause.path("lengthInDays").asInt()).isEqualTo(12);
        assertThat(pause.has("daysUntilTermination")).isFalse();
        assertThat(pause.has("terminatedAt")).isFalse();
    }

    @Test
    void tellsOfAPauseThatEndedTheProgrammeAndOfNoneWhereItWasOn() {
        pauseOfTwoCauses();
        long position = publish(programme.terminated(3, EndReason.PAUSE_EXPIRED, NOW));
        assertThat(own("", position).get(0).path("terminatedAt").asString()).isEqualTo(NOW.toString());
        position = publish(programme.enabled(4), programme.terminated(5, EndReason.VOLUNTARY, NOW));
        assertThat(own("", position)).hasSize(1);
    }

    @Test
    void listsThemNewestFirstByCauseAndByWhetherTheyGoOn() {
        pauseOfTwoCauses();
        publish(programme.closed(PauseCause.MONETIZATION_LOST, Opener.OPERATOR), programme.resumed(3, NOW));
        long position = publish(
                programme.opened(PauseCause.CHANNEL_TERMINATED, Opener.OPERATOR),
                programme.paused(4, PauseCause.CHANNEL_TERMINATED, NOW));
        assertThat(own("", position))
                .extracting(pause -> pause.path("pausedSince").asString())
                .containsExactly(NOW.toString(), "2026-01-21T12:00:00Z");
        assertThat(own("&open=true", position))
                .extracting(pause -> pause.path("causes").toString())
                .containsExactly("[\"CHANNEL_TERMINATED\"]");
        assertThat(own("&open=false", position)).hasSize(1);
        assertThat(own("&cause=MADE_FOR_KIDS", position)).hasSize(1);
        assertThat(own("&cause=MONETIZATION_POLICY_VIOLATION", position)).isEmpty();
        assertThat(get(PAUSES + "&cause=RAIN").statusCode()).isEqualTo(400);
        assertThat(get(PAUSES + "&open=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void isForCompliance() {
        assertThat(statusFor("compliance", PAUSES)).isEqualTo(200);
        assertThat(statusFor("operator", PAUSES)).isEqualTo(403);
        assertThat(getAsCreatorOf(channel.value(), PAUSES).statusCode()).isEqualTo(403);
    }
}
