package dev.creatorledger.query.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdApplicationWithdrawn;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeRejected;
import dev.creatorledger.events.channel.ChannelEvent.AdShareChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ChannelHttpIT extends QueryHttp {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
    private static final AdEvidence EVIDENCE = new AdEvidence(TODAY, 200, 200, 10_800_000, 10_800_000, 1);
    private static int channels;

    private final ChannelId id = new ChannelId("channel-http-" + channels++);

    private ChannelRegistered registered() {
        return new ChannelRegistered(id, owner(id, "Sara"), "Cooking", "IR", Money.IRR, false);
    }

    private JsonNode channel(long position) {
        return read("/v1/channels/" + id.value() + "?atLeast=" + position);
    }

    @Test
    void shows_facts_and_no_programme_at_first() {
        JsonNode channel = channel(publish(registered(), new FollowersReported(id, 150)));
        assertThat(channel.get("channelId").asString()).isEqualTo(id.value());
        assertThat(channel.get("title").asString()).isEqualTo("Cooking");
        assertThat(channel.get("country").asString()).isEqualTo("IR");
        assertThat(channel.get("currency").asString()).isEqualTo("IRR");
        assertThat(channel.get("followers").asLong()).isEqualTo(150);
        assertThat(channel.get("adProgramme").get("status").asString()).isEqualTo("NOT_ENROLLED");
        assertThat(channel.get("adProgramme").has("shareBps")).isFalse();
        assertThat(channel.get("memberships").get("status").asString()).isEqualTo("OFF");
        assertThat(channel.get("memberships").get("joinable").asBoolean()).isFalse();
        assertThat(channel.get("memberships").get("causes").size()).isZero();
        assertThat(channel.get("owner").toString()).isEqualTo("{\"name\":\"Sara\"}");
    }

    @Nested
    class The_owner_U7 {

        @Test
        void is_shown_under_the_newest_name() {
            long position =
                    publish(registered(), new ChannelDetailsChanged(id, owner(id, "سارا احمدی"), "Cooking", "IR"));
            assertThat(ownerName(position)).isEqualTo("سارا احمدی");
        }

        @Test
        void is_erased_once_the_key_is_gone() {
            long position = publish(registered());
            assertThat(ownerName(position)).isEqualTo("Sara");
            destroyKeyOfOwner(id);
            assertThat(ownerName(position)).isEqualTo("erased");
        }

        @Test
        void is_erased_from_the_event_on_even_while_the_key_is_still_there() {
            assertThat(ownerName(publish(registered(), new OwnerErased(id)))).isEqualTo("erased");
        }

        @Test
        void is_erased_where_the_name_is_sealed_for_somebody_else() {
            Personal others = owner(new ChannelId("somebody-else"), "Simin").name();
            Owner stolen = new Owner(new Personal(PersonId.owner(id), others.sealed()));
            assertThat(ownerName(publish(new ChannelRegistered(id, stolen, "Cooking", "IR", Money.IRR, false))))
                    .isEqualTo("erased");
        }

        @Test
        void stands_as_sealed_in_the_events() {
            long position = publish(registered());
            String stored = get("/v1/audit/events?aggregate=" + id.value() + "&atLeast=" + position)
                    .body();
            assertThat(stored).contains("\"owner\":{\"name\":{\"person\":\"owner:" + id.value() + "\",\"sealed\":\"1.");
            assertThat(stored).doesNotContain("Sara");
        }

        private String ownerName(long position) {
            return channel(position).get("owner").get("name").asString();
        }
    }

    @Nested
    class Eligibility_of_A1 {

        @ParameterizedTest(name = "{0} followers: {1}")
        @CsvSource({"199, false", "200, true"})
        void counts_followers(long followers, boolean met) {
            JsonNode condition = condition(channel(publish(registered(), new FollowersReported(id, followers))), 0);
            assertThat(condition.get("code").asString()).isEqualTo("FOLLOWERS");
            assertThat(condition.get("required").asLong()).isEqualTo(200);
            assertThat(condition.get("actual").asLong()).isEqualTo(followers);
            assertThat(condition.get("met").asBoolean()).isEqualTo(met);
        }

        @ParameterizedTest(name = "{0} s: {1} h")
        @CsvSource({"10799999, 2999.9997, false", "10800000, 3000, true"})
        void counts_hours_to_the_second(long seconds, String hours, boolean met) {
            JsonNode condition = condition(channel(publish(registered(), watched(TODAY, seconds))), 1);
            assertThat(condition.get("code").asString()).isEqualTo("WATCH_HOURS");
            assertThat(condition.get("required").toString()).isEqualTo("3000");
            assertThat(condition.get("actual").toString()).isEqualTo(hours);
            assertThat(condition.get("met").asBoolean()).isEqualTo(met);
        }

        @ParameterizedTest(name = "watched on {0}: {1} h")
        @CsvSource({"2025-11-02, 0", "2025-11-03, 1", "2026-02-02, 1", "2026-02-03, 0"})
        void counts_the_days_after_today_less_three_months_and_through_today(LocalDate day, String hours) {
            JsonNode condition = condition(channel(publish(registered(), watched(day, 3_600))), 1);
            assertThat(condition.get("actual").toString()).isEqualTo(hours);
        }

        @Test
        void takes_the_last_report_of_a_video_and_day() {
            VideoId other = new VideoId("w2");
            JsonNode channel = channel(publish(
                    registered(),
                    watched(TODAY, 7_200),
                    new WatchTimeCounted(id, other, TODAY, 3_600),
                    watched(TODAY, 3_600)));
            assertThat(condition(channel, 1).get("actual").toString()).isEqualTo("2");
        }

        private WatchTimeCounted watched(LocalDate day, long seconds) {
            return new WatchTimeCounted(id, new VideoId("w1"), day, seconds);
        }

        private JsonNode condition(JsonNode channel, int number) {
            return channel.get("adProgramme")
                    .get("eligibility")
                    .get("conditions")
                    .get(number);
        }
    }

    @Nested
    class The_programme {

        @Test
        void shows_the_share_in_force_and_the_next_one() {
            JsonNode programme = channel(publish(
                            registered(),
                            new AdProgrammeApplied(id, EVIDENCE),
                            new AdProgrammeApproved(id, 5_500, EVIDENCE),
                            new AdShareChanged(id, 6_000, QueryService.NOW.plus(Duration.ofHours(1)))))
                    .get("adProgramme");
            assertThat(programme.get("status").asString()).isEqualTo("ENROLLED");
            assertThat(programme.get("shareBps").asInt()).isEqualTo(5_500);
            assertThat(programme.get("nextShare").get("shareBps").asInt()).isEqualTo(6_000);
            assertThat(programme.get("approval").get("watchSeconds").asLong()).isEqualTo(10_800_000);
        }

        @Test
        void goes_back_to_where_it_was_when_an_application_is_withdrawn() {
            JsonNode programme = channel(publish(
                            registered(),
                            new AdProgrammeApplied(id, EVIDENCE),
                            new AdProgrammeRejected(id),
                            new AdProgrammeApplied(id, EVIDENCE),
                            new AdApplicationWithdrawn(id)))
                    .get("adProgramme");
            assertThat(programme.get("status").asString()).isEqualTo("REJECTED");
        }
    }

    @Nested
    class A_query {

        @Test
        void names_the_position_it_was_read_at() {
            long position = publish(registered());
            HttpResponse<String> response = get("/v1/channels/" + id.value() + "?atLeast=" + position);
            assertThat(response.headers().firstValue("X-Ledger-Position").map(Long::parseLong))
                    .hasValueSatisfying(read -> assertThat(read).isGreaterThanOrEqualTo(position));
        }

        @Test
        void of_a_position_that_is_not_reached_is_503_with_a_hint() {
            publish(registered());
            HttpResponse<String> response = get("/v1/channels/" + id.value() + "?atLeast=999999999");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("VIEW_BEHIND");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        }

        @Test
        void of_a_malformed_position_or_id_is_400() {
            assertThat(get("/v1/channels/" + id.value() + "?atLeast=soon").statusCode())
                    .isEqualTo(400);
            assertThat(get("/v1/channels/not%20an%20id").statusCode()).isEqualTo(400);
        }

        @Test
        void of_an_unknown_channel_is_404() {
            assertThat(get("/v1/channels/nobody").statusCode()).isEqualTo(404);
            assertThat(get("/v1/channels/nobody/balance").statusCode()).isEqualTo(404);
            assertThat(get("/v1/channels/nobody/earnings").statusCode()).isEqualTo(404);
            assertThat(get("/v1/channels/nobody/videos/top").statusCode()).isEqualTo(404);
            assertThat(get("/v1/channels/nobody/estimate").statusCode()).isEqualTo(404);
        }

        @Test
        void of_another_creators_channel_is_403() {
            long position = publish(registered());
            String path = "/v1/channels/" + id.value();
            assertThat(getAsCreatorOf(id.value(), path + "?atLeast=" + position).statusCode())
                    .isEqualTo(200);
            for (String part : new String[] {"", "/balance", "/earnings", "/videos/top", "/estimate"}) {
                assertThat(getAsCreatorOf("another", path + part).statusCode())
                        .as(part)
                        .isEqualTo(403);
            }
        }
    }
}
