package dev.creatorledger.query.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkLeft;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import dev.creatorledger.query.ProgrammeTurns;
import dev.creatorledger.query.QueryHttp;
import dev.creatorledger.query.QueryService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("B1, B20 The membership programme in GET /v1/channels/{channelId}")
class ProgrammeHttpIT extends QueryHttp {

    private static int channels;

    private final ChannelId channel = new ChannelId("programme-http-" + channels++);
    private final ProgrammeTurns programme = new ProgrammeTurns(channel);
    private final NetworkId network = new NetworkId(channel.value() + "-net");

    private ChannelRegistered registered() {
        return new ChannelRegistered(channel, owner(channel, "Sara"), "Cooking", "IR", Money.IRR, false);
    }

    private JsonNode channel(LedgerEvent... events) {
        return read("/v1/channels/" + channel.value() + "?atLeast=" + publish(events));
    }

    private JsonNode memberships(LedgerEvent... events) {
        return channel(events).path("memberships");
    }

    private static JsonNode condition(JsonNode memberships, String code) {
        for (JsonNode condition : memberships.path("eligibility").path("conditions")) {
            if (condition.path("code").asString().equals(code)) {
                return condition;
            }
        }
        throw new AssertionError("no " + code + " in " + memberships);
    }

    @Nested
    class TheState {

        @Test
        void isOffAsLongAsNothingHappened() {
            JsonNode memberships = memberships(registered());
            assertThat(memberships.path("status").asString()).isEqualTo("OFF");
            assertThat(memberships.path("joinable").asBoolean()).isFalse();
            assertThat(memberships.path("causes").size()).isZero();
            assertThat(memberships.has("pausedSince")).isFalse();
            assertThat(memberships.has("daysUntilTermination")).isFalse();
        }

        @Test
        void canBeJoinedWhileOnWithATierThatIsNotClosed() {
            assertThat(memberships(registered(), programme.enabled(1))
                            .path("joinable")
                            .asBoolean())
                    .isFalse();
            assertThat(memberships(programme.tier("gold", 2, true))
                            .path("joinable")
                            .asBoolean())
                    .isFalse();
            JsonNode memberships = memberships(programme.tier("silver", 1, false));
            assertThat(memberships.path("status").asString()).isEqualTo("ON");
            assertThat(memberships.path("joinable").asBoolean()).isTrue();
        }

        @Test
        void countsTheDaysOfAPauseDownAndCannotBeJoined() {
            publish(registered(), programme.tier("gold", 1, false), programme.enabled(1));
            JsonNode memberships = memberships(
                    programme.opened(PauseCause.MADE_FOR_KIDS, Opener.SERVICE),
                    programme.paused(2, PauseCause.MADE_FOR_KIDS, QueryService.NOW.minus(Duration.ofHours(25))));
            assertThat(memberships.path("status").asString()).isEqualTo("PAUSED");
            assertThat(memberships.path("joinable").asBoolean()).isFalse();
            assertThat(memberships.path("causes").toString()).isEqualTo("[\"MADE_FOR_KIDS\"]");
            assertThat(memberships.path("pausedSince").asString()).isEqualTo("2026-02-01T11:00:00Z");
            assertThat(memberships.path("daysUntilTermination").asInt()).isEqualTo(119);
        }

        @Test
        void keepsACauseOpenUntilEachOfItsOpenersHasClosedIt() {
            publish(
                    registered(),
                    programme.opened(PauseCause.CHANNEL_TERMINATED, Opener.OPERATOR),
                    programme.opened(PauseCause.CHANNEL_TERMINATED, Opener.SERVICE));
            JsonNode once = memberships(programme.closed(PauseCause.CHANNEL_TERMINATED, Opener.SERVICE));
            assertThat(once.path("causes").size()).isEqualTo(1);
            assertThat(condition(once, "CAUSES").path("met").asBoolean()).isFalse();
            JsonNode repeated = memberships(programme.closed(PauseCause.CHANNEL_TERMINATED, Opener.SERVICE));
            assertThat(repeated.path("causes").size()).isEqualTo(1);
            JsonNode both = memberships(programme.closed(PauseCause.CHANNEL_TERMINATED, Opener.OPERATOR));
            assertThat(both.path("causes").size()).isZero();
            assertThat(condition(both, "CAUSES").path("met").asBoolean()).isTrue();
        }

        @Test
        void isOnAgainAfterAPauseAndTerminatedInTheEnd() {
            publish(registered(), programme.enabled(1));
            publish(programme.paused(2, PauseCause.MONETIZATION_LOST, QueryService.NOW));
            JsonNode resumed = memberships(programme.resumed(3, QueryService.NOW));
            assertThat(resumed.path("status").asString()).isEqualTo("ON");
            assertThat(resumed.has("pausedSince")).isFalse();
            JsonNode ended = memberships(programme.terminated(4, EndReason.VOLUNTARY, QueryService.NOW));
            assertThat(ended.path("status").asString()).isEqualTo("TERMINATED");
            assertThat(ended.path("joinable").asBoolean()).isFalse();
        }
    }

    @Nested
    class Eligibility {

        @Test
        void namesEachConditionWithWhatIsRequiredAndWhatThereIs() {
            JsonNode memberships = memberships(registered());
            assertThat(memberships.path("eligibility").path("eligible").asBoolean())
                    .isFalse();
            assertThat(memberships.path("eligibility").path("conditions").findValuesAsString("code"))
                    .containsExactly(
                            "ENROLLED",
                            "COUNTRY",
                            "CHANNEL_MADE_FOR_KIDS",
                            "VIDEOS_MADE_FOR_KIDS",
                            "VIDEOS_INELIGIBLE",
                            "TERMS",
                            "CAUSES");
            assertThat(condition(memberships, "ENROLLED").toString())
                    .isEqualTo("{\"code\":\"ENROLLED\",\"required\":\"ENROLLED\",\"actual\":\"NOT_ENROLLED\","
                            + "\"met\":false}");
            assertThat(condition(memberships, "TERMS").path("met").asBoolean()).isFalse();
        }

        @Test
        void isGivenOnceEverythingIs() {
            AdEvidence evidence = new AdEvidence(LocalDate.of(2026, 1, 30), 200, 200, 10_800_000, 10_800_000, 1);
            JsonNode memberships =
                    memberships(registered(), new AdProgrammeApproved(channel, 5_000, evidence), programme.enabled(1));
            assertThat(memberships.path("eligibility").path("eligible").asBoolean())
                    .isTrue();
            JsonNode kids = memberships(new ChannelMadeForKidsChanged(channel, true));
            assertThat(kids.path("eligibility").path("eligible").asBoolean()).isFalse();
            assertThat(condition(kids, "CHANNEL_MADE_FOR_KIDS").path("met").asBoolean())
                    .isFalse();
        }

        @Test
        void allowsATenthOfTheVideosAndNotOneMore() {
            List<LedgerEvent> events = new ArrayList<>(List.of(registered()));
            for (int i = 0; i < 10; i++) {
                events.add(video(i, i == 0, false));
            }
            JsonNode tenth = memberships(events.toArray(LedgerEvent[]::new));
            assertThat(condition(tenth, "VIDEOS_MADE_FOR_KIDS").path("met").asBoolean())
                    .isTrue();
            JsonNode more = memberships(video(10, false, true));
            assertThat(condition(more, "VIDEOS_INELIGIBLE").path("met").asBoolean())
                    .isFalse();
            assertThat(condition(more, "VIDEOS_INELIGIBLE").path("actual").decimalValue())
                    .isEqualByComparingTo("18.19");
        }

        private VideoRegistered video(int number, boolean madeForKids, boolean musicClaim) {
            VideoId id = new VideoId(channel.value() + "-v" + number);
            return new VideoRegistered(
                    id, channel, VideoKind.ORIGINAL, false, null, id, channel, true, madeForKids, musicClaim, null);
        }

        @Test
        void takesTheTermsOfTheNetworkForThoseOfItsChannels() {
            JsonNode before = channel(
                    registered(), new NetworkRegistered(network, "Kitchens"), new NetworkJoined(channel, network));
            assertThat(before.path("networkId").asString()).isEqualTo(network.value());
            assertThat(condition(before.path("memberships"), "NETWORK_TERMS")
                            .path("met")
                            .asBoolean())
                    .isFalse();
            JsonNode after = memberships(new NetworkTermsAccepted(network));
            assertThat(condition(after, "NETWORK_TERMS").path("met").asBoolean())
                    .isTrue();
            assertThat(condition(after, "TERMS").path("met").asBoolean()).isTrue();
        }

        @Test
        void isTheChannelsOwnAgainOnceItHasLeftItsNetwork() {
            NetworkId other = new NetworkId(channel.value() + "-other");
            publish(registered(), new NetworkTermsAccepted(network), new NetworkJoined(channel, network));
            JsonNode still = channel(new NetworkLeft(channel, other));
            assertThat(still.path("networkId").asString()).isEqualTo(network.value());
            JsonNode left = channel(new NetworkLeft(channel, network));
            assertThat(left.has("networkId")).isFalse();
            assertThat(condition(left.path("memberships"), "TERMS").path("met").asBoolean())
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("B3 GET /v1/channels/{channelId}/tiers")
    class Tiers {

        private final String path = "/v1/channels/" + channel.value() + "/tiers";

        @Test
        void areInTheOrderOfTheirRanksAndIncludeTheLowerOnes() {
            long position = publish(
                    registered(),
                    programme.tier("gold", 9, false),
                    programme.tier("silver", 5, true),
                    programme.tier("bronze", 1, false));
            JsonNode items = read(path + "?atLeast=" + position).path("items");
            assertThat(items.findValuesAsString("tierId")).containsExactly("bronze", "silver", "gold");
            assertThat(items.get(2).toString())
                    .isEqualTo("{\"tierId\":\"gold\",\"name\":\"Tier gold\",\"rank\":9,\"monthlyPrice\":"
                            + "{\"amount\":\"9\",\"currency\":\"IRR\"},\"closed\":false,\"perks\":[{\"kind\":\"BADGE\","
                            + "\"title\":\"A badge of gold\",\"description\":\"Beside your name\"}],"
                            + "\"includes\":[\"bronze\",\"silver\"]}");
            assertThat(items.get(0).path("includes").size()).isZero();
            assertThat(items.get(0).path("perks").get(0).has("description")).isFalse();
            assertThat(items.get(1).path("closed").asBoolean()).isTrue();
        }

        @Test
        void areReplacedWhenTheyAreSetAnew() {
            long position = publish(registered(), programme.tier("gold", 1, false), programme.tier("gold", 3, true));
            JsonNode items = read(path + "?atLeast=" + position).path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.get(0).path("rank").asInt()).isEqualTo(3);
        }

        @Test
        void areForWhoeverJoinsAndForTheChannelsOwnCreator() {
            String known = path + "?atLeast=" + publish(registered());
            assertThat(read(known).path("items").size()).isZero();
            assertThat(getAsMember("anybody", known).statusCode()).isEqualTo(200);
            assertThat(getAsCreatorOf(channel.value(), known).statusCode()).isEqualTo(200);
            assertThat(getAsCreatorOf("another", known).statusCode()).isEqualTo(403);
            assertThat(statusFor("compliance", known)).isEqualTo(200);
            assertThat(statusFor("ingest", known)).isEqualTo(403);
            assertThat(get("/v1/channels/unknown/tiers").statusCode()).isEqualTo(404);
        }
    }
}
