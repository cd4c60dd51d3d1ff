package dev.creatorledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.query.QueryHttp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("U1 GET /v1/audit/refusals")
class RefusalsHttpIT extends QueryHttp {

    private static final String REFUSALS = "/v1/audit/refusals";

    private void refuse(String channel) {
        assertThat(getAsCreatorOf("somebody", "/v1/channels/" + channel + "/balance")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tells_what_who_when_and_which_code() {
        refuse("mine");
        JsonNode refusal = read(REFUSALS + "?limit=1").get("items").get(0);
        assertThat(refusal.get("command").asString()).isEqualTo("GET /v1/channels/{channelId}/balance");
        assertThat(refusal.get("subject").asString()).isEqualTo("mine");
        assertThat(refusal.get("actor").asString()).isEqualTo("creator:somebody");
        assertThat(refusal.get("code").asString()).isEqualTo("FORBIDDEN");
        assertThat(refusal.get("status").asInt()).isEqualTo(403);
        assertThat(refusal.get("correlationId").asString()).isNotEmpty();
        assertThat(refusal.get("at").asString()).endsWith("Z");
        assertThat(refusal.size()).isEqualTo(7);
    }

    @Test
    void comes_in_pages_newest_first() {
        refuse("first");
        refuse("second");
        refuse("third");
        JsonNode page = read(REFUSALS + "?limit=2");
        assertThat(page.get("items").findValuesAsString("subject")).containsExactly("third", "second");
        refuse("fourth");
        JsonNode next = read(REFUSALS + "?limit=1&cursor=" + page.get("next").asString());
        assertThat(next.get("items").findValuesAsString("subject")).containsExactly("first");
    }

    @Test
    void is_for_auditors_and_names_its_position() {
        assertThat(getAsCreatorOf("somebody", REFUSALS).statusCode()).isEqualTo(403);
        assertThat(get(REFUSALS).headers().firstValue("X-Ledger-Position")).isPresent();
        assertThat(get(REFUSALS + "?atLeast=999999999").statusCode()).isEqualTo(503);
        assertThat(get(REFUSALS + "?cursor=x").statusCode()).isEqualTo(400);
    }
}
