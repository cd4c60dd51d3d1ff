package dev.creatorledger.query.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.refusal.RefusalEvent.PerkRefused;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.query.QueryHttp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("B4, U6 GET /v1/compliance/refused-perks")
class RefusedPerkHttpIT extends QueryHttp {

    private static final String REFUSED = "/v1/compliance/refused-perks";

    private static int calls;

    private long refuse(String tier) {
        return publish(new PerkRefused(
                RefusalId.ofCall("perk-" + calls++),
                new ChannelId("ch-1"),
                new TierId(tier),
                "Meet me",
                "PERK_IN_PERSON"));
    }

    @Test
    void tellsWhoseTierWhenWhoAndWhichProhibition() {
        JsonNode perk = read(REFUSED + "?limit=1&atLeast=" + refuse("gold"))
                .path("items")
                .get(0);
        assertThat(perk.path("channelId").asString()).isEqualTo("ch-1");
        assertThat(perk.path("tierId").asString()).isEqualTo("gold");
        assertThat(perk.path("title").asString()).isEqualTo("Meet me");
        assertThat(perk.path("actor").asString()).isEqualTo("tester");
        assertThat(perk.path("code").asString()).isEqualTo("PERK_IN_PERSON");
        assertThat(perk.path("at").asString()).endsWith("Z");
        assertThat(perk.size()).isEqualTo(6);
    }

    @Test
    void comesInPagesNewestFirst() {
        refuse("first");
        refuse("second");
        refuse("third");
        JsonNode page = read(REFUSED + "?limit=2");
        assertThat(page.path("items").findValuesAsString("tierId")).containsExactly("third", "second");
        refuse("fourth");
        JsonNode next = read(REFUSED + "?limit=1&cursor=" + page.path("next").asString());
        assertThat(next.path("items").findValuesAsString("tierId")).containsExactly("first");
        assertThat(get(REFUSED + "?cursor=x").statusCode()).isEqualTo(400);
    }

    @Test
    void isForCompliance() {
        assertThat(statusFor("compliance", REFUSED)).isEqualTo(200);
        assertThat(statusFor("operator", REFUSED)).isEqualTo(403);
    }
}
