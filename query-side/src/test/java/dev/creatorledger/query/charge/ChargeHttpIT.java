package dev.creatorledger.query.charge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.query.Membership;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("B11, B12 GET /v1/charges/due")
class ChargeHttpIT extends QueryHttp {

    private static final String DUE = "/v1/charges/due?limit=500";

    private static int channels;

    private final ChannelId channel = new ChannelId("charges-http-" + channels++);
    private final Membership one = Membership.of(channel, "ali");
    private final Membership other = Membership.of(channel, "omid");

    /** What is due of this test's channel: other tests publish to the same store. */
    private List<JsonNode> due(String query, long position) {
        List<JsonNode> own = new ArrayList<>();
        read(DUE + query + "&atLeast=" + position).path("items").forEach(item -> {
            if (item.path("channelId").asString().equals(channel.value())) {
                own.add(item);
            }
        });
        return own;
    }

    private List<String> members(String query, long position) {
        return due(query, position).stream()
                .map(item -> item.path("membershipId").asString())
                .toList();
    }

    @Test
    void tellsWhatIsToBeCollectedOfWhom() {
        JsonNode due = due("", publish(one.due(QueryService.NOW))).get(0);
        assertThat(due.path("chargeId").asString())
                .isEqualTo(one.charge(QueryService.NOW).value());
        assertThat(due.path("membershipId").asString()).isEqualTo(one.id().value());
        assertThat(due.path("memberId").asString()).isEqualTo(one.memberId().value());
        assertThat(due.path("kind").asString()).isEqualTo("PERIOD");
        assertThat(due.path("tierId").asString()).isEqualTo("gold");
        assertThat(due.path("amount").toString()).isEqualTo("{\"amount\":\"4.99\",\"currency\":\"USD\"}");
        assertThat(due.path("periodStart").asString()).isEqualTo(QueryService.NOW.toString());
        assertThat(due.path("dueAt").asString()).isEqualTo(QueryService.NOW.toString());
        assertThat(due.path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void takesWhatIsDueByNowOrBeforeATime() {
        Instant now = QueryService.NOW;
        long position = publish(one.due(now), other.due(now.plusSeconds(1)));
        assertThat(members("", position)).containsExactly(one.id().value());
        assertThat(members("&before=" + now, position)).isEmpty();
        assertThat(members("&before=" + now.plusSeconds(1), position))
                .containsExactly(one.id().value());
        assertThat(members("&before=" + now.plusSeconds(2), position))
                .containsExactly(one.id().value(), other.id().value());
        assertThat(get(DUE + "&before=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsAChargeWithItsOutcomeAndAsksAgainForTheNextAttempt() {
        Instant start = QueryService.NOW.minus(Duration.ofDays(2));
        Instant again = start.plus(Duration.ofDays(1));
        assertThat(due("", publish(one.due(start)))).hasSize(1);
        assertThat(due("", publish(one.declined(start, 1, again)))).isEmpty();
        List<JsonNode> second = due("", publish(one.due(start, again, 2)));
        assertThat(second).hasSize(1);
        assertThat(second.get(0).path("attempt").asInt()).isEqualTo(2);
        assertThat(second.get(0).path("dueAt").asString()).isEqualTo(again.toString());
        assertThat(due("", publish(one.paid(start)))).isEmpty();
    }

    @Test
    void asksNoMoreForWhatIsWithdrawn() {
        assertThat(due("", publish(one.due(QueryService.NOW), one.withdrawn(QueryService.NOW))))
                .isEmpty();
    }

    @Test
    void comesOldestFirstPageByPage() {
        List<LedgerEvent> events = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        Instant longAgo = Instant.parse("2025-01-01T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            Membership member = Membership.of(channel, "m" + i);
            events.add(0, member.due(longAgo.plusSeconds(i)));
            expected.add(member.id().value());
        }
        long position = publish(events);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read("/v1/charges/due?limit=2&atLeast=" + position + cursor);
            seen.addAll(page.path("items").findValuesAsString("membershipId"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        seen.removeIf(id -> !id.startsWith(channel.value()));
        assertThat(seen).isEqualTo(expected);
        assertThat(get(DUE + "&cursor=bm9uZQ").statusCode()).isEqualTo(400);
    }

    @Test
    void isForThePaymentServiceAndThoseWhoWatchIt() {
        assertThat(statusFor("payments", DUE)).isEqualTo(200);
        assertThat(statusFor("operator", DUE)).isEqualTo(200);
        assertThat(statusFor("compliance", DUE)).isEqualTo(403);
        assertThat(getAsMember("ali", DUE).statusCode()).isEqualTo(403);
        assertThat(getAsCreatorOf(channel.value(), DUE).statusCode()).isEqualTo(403);
    }
}
