package dev.creatorledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.QueryHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsHttpIT extends QueryHttp {

    private static int channels;

    private final ChannelId id = new ChannelId("audit-http-" + channels++);
    private long last;

    @BeforeEach
    void happen() {
        last = publish(
                new ChannelRegistered(id, owner(id, "Sara"), "Cooking", "IR", Money.IRR, false),
                new FollowersReported(id, 7),
                new FollowersReported(id, 8));
    }

    @Test
    void shows_events_as_they_are_stored_oldest_first() {
        JsonNode items = read("/v1/audit/events?aggregate=" + id.value()).get("items");
        assertThat(items.size()).isEqualTo(3);
        JsonNode event = items.get(1);
        assertThat(event.get("sequence").asLong()).isEqualTo(last - 1);
        assertThat(event.get("type").asString()).isEqualTo("FollowersReported");
        assertThat(event.get("revision").asString()).isEqualTo("1");
        assertThat(event.get("aggregateId").asString()).isEqualTo(id.value());
        assertThat(event.get("aggregateSequence").asLong()).isEqualTo(1);
        assertThat(event.get("payload").get("followers").asLong()).isEqualTo(7);
        assertThat(event.get("metadata").get("actor").asString()).isEqualTo("tester");
        assertThat(event.get("recordedAt").asString()).endsWith("Z");
        assertThat(event.get("eventId").asString()).isNotEmpty();
    }

    @Test
    void shows_only_what_matches() {
        String mine = "/v1/audit/events?aggregate=" + id.value();
        assertThat(read(mine + "&type=FollowersReported").get("items").size()).isEqualTo(2);
        assertThat(read(mine + "&actor=tester").get("items").size()).isEqualTo(3);
        assertThat(read(mine + "&actor=nobody").get("items").size()).isZero();
        assertThat(read(mine + "&to=2000-01-01T00:00:00Z").get("items").size()).isZero();
        assertThat(read(mine + "&from=2000-01-01T00:00:00Z").get("items").size())
                .isEqualTo(3);
    }

    @Test
    void comes_in_pages() {
        String mine = "/v1/audit/events?limit=2&aggregate=" + id.value();
        JsonNode first = read(mine);
        assertThat(first.get("items").size()).isEqualTo(2);
        JsonNode second = read(mine + "&cursor=" + first.get("next").asString());
        assertThat(second.get("items").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void names_its_position_and_refuses_one_that_is_not_stored() {
        assertThat(get("/v1/audit/events?atLeast=" + last).headers().firstValue("X-Ledger-Position"))
                .isPresent();
        assertThat(get("/v1/audit/events?atLeast=999999999").statusCode()).isEqualTo(503);
    }

    @Test
    void refuses_what_is_malformed() {
        assertThat(get("/v1/audit/events?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/v1/audit/events?aggregate=").statusCode()).isEqualTo(400);
    }
}
