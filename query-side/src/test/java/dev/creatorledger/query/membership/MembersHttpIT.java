package dev.creatorledger.query.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.query.Membership;
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

@DisplayName("B10 The members of a channel over HTTP")
class MembersHttpIT extends QueryHttp {

    private static final Instant JOINED = QueryService.NOW.minus(Duration.ofDays(10));

    private static int channels;

    private final ChannelId channel = new ChannelId("members-list-" + channels++);
    private final Membership one = Membership.of(channel, "ali");
    private final String path = "/v1/channels/" + channel.value() + "/members";

    private long publishOn(LedgerEvent... events) {
        publish(
                new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false),
                new ProgrammeTurns(channel).enabled(1));
        return publish(events);
    }

    private Membership member(int number) {
        return Membership.of(channel, "m" + number);
    }

    @Test
    void comeNewestFirstPageByPage() {
        List<LedgerEvent> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(member(i).started(JOINED.plusSeconds(i / 2), null));
        }
        Membership elsewhere = Membership.of(new ChannelId(channel.value() + "x"), "m");
        events.add(elsewhere.started(JOINED, null));
        long position = publishOn(events.toArray(LedgerEvent[]::new));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(path + "?limit=2&atLeast=" + position + cursor);
            seen.addAll(page.path("items").findValuesAsString("membershipId"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactly(
                        member(4).id().value(),
                        member(3).id().value(),
                        member(2).id().value(),
                        member(1).id().value(),
                        member(0).id().value());
    }

    @Test
    void areFoundByStatus() {
        long position = publishOn(
                member(0).started(JOINED, null),
                member(1).started(JOINED, null),
                member(1).paid(JOINED));
        JsonNode active = read(path + "?status=ACTIVE&atLeast=" + position).path("items");
        assertThat(active.findValuesAsString("membershipId"))
                .containsExactly(member(1).id().value());
        assertThat(active.get(0).path("perksActive").asBoolean()).isTrue();
        assertThat(read(path + "?status=LAPSED").path("items").size()).isZero();
        assertThat(get(path + "?status=GONE").statusCode()).isEqualTo(400);
        assertThat(get(path + "?cursor=bm9uZQ").statusCode()).isEqualTo(400);
    }

    @Test
    void areNotForOthersThanTheChannelsCreatorAndTheService() {
        String known = path + "?atLeast=" + publishOn(one.started(JOINED, null));
        assertThat(getAsCreatorOf(channel.value(), known).statusCode()).isEqualTo(200);
        assertThat(getAsCreatorOf("another", known).statusCode()).isEqualTo(403);
        assertThat(getAsMember(one.memberId().value(), known).statusCode()).isEqualTo(403);
        assertThat(statusFor("operator", known)).isEqualTo(200);
        assertThat(get("/v1/channels/unknown/members").statusCode()).isEqualTo(404);
    }
}
