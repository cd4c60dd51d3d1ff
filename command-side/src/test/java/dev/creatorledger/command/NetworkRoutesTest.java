package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelAdded;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelRemoved;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.platform.security.Grant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("/v1/networks/{networkId}")
class NetworkRoutesTest extends HttpTestBase {

    private static final String ACCEPTED = "{\"termsAccepted\":true}";

    private Answer register(String network, String body) {
        return decide("POST", "/v1/networks/" + network, body);
    }

    private void network(String network, String... channels) {
        assertThat(register(network, "{\"name\":\"Shabake\"}").status()).isEqualTo(201);
        for (String channel : channels) {
            assertThat(add(network, channel).status()).isEqualTo(200);
        }
    }

    private Answer add(String network, String channel) {
        return decide("PUT", "/v1/networks/" + network + "/channels/" + channel, "");
    }

    private Answer remove(String network, String channel) {
        return decide("DELETE", "/v1/networks/" + network + "/channels/" + channel, "");
    }

    private Answer asNetwork(String network, String action, String body) {
        return sendAs(
                Grant.of("network", network),
                "POST",
                "/v1/networks/" + network + "/membership-programme" + action,
                body);
    }

    @Nested
    @DisplayName("B2 POST")
    class Registering {

        @Test
        void isCreatedOnce_alsoWithTheTerms() {
            Answer created = register("n1", "{\"name\":\"Shabake\",\"termsAccepted\":true}");
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.version()).isEqualTo(1);
            Answer repeated = register("n1", "{\"name\":\"Shabake\",\"termsAccepted\":true}");
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.body()).isEqualTo(created.body());
            assertThat(register("n1", "{\"name\":\"Rangin\"}").status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}"})
        void needsAName(String body) {
            Answer answer = register("n2", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("name");
        }

        @Test
        void isAnOperators() {
            assertThat(sendAs(Grant.of("network", "n3"), "POST", "/v1/networks/n3", "{\"name\":\"A\"}")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    @DisplayName("B2 PUT and DELETE /channels/{channelId}")
    class Channels {

        @Test
        void joinOnce() {
            channel("nc1");
            network("n4");
            Answer joined = add("n4", "nc1");
            assertThat(joined.status()).isEqualTo(200);
            assertThat(joined.body().path("id").asString()).isEqualTo("n4");
            assertThat(add("n4", "nc1").body()).isEqualTo(joined.body());
        }

        @Test
        void leaveTheirFirstNetworkForAnother_inOneCommit() {
            channel("nc2");
            network("n5", "nc2");
            network("n6");
            add("n6", "nc2");
            ChannelId channel = new ChannelId("nc2");
            assertThat(events.since(events.head() - 3))
                    .containsExactly(
                            new NetworkJoined(channel, new NetworkId("n6")),
                            new NetworkChannelAdded(new NetworkId("n6"), channel),
                            new NetworkChannelRemoved(new NetworkId("n5"), channel));
            assertThat(events.lastAppend()).isEqualTo(5);
        }

        @Test
        void leaveOnce() {
            channel("nc3");
            network("n7", "nc3");
            Answer left = remove("n7", "nc3");
            assertThat(left.status()).isEqualTo(200);
            assertThat(remove("n7", "nc3").body()).isEqualTo(left.body());
        }

        @Test
        void stayWhereTheyAreIfTheNetworkIsUnknown() {
            channel("nc4");
            network("n8", "nc4");
            assertThat(add("n-nobody", "nc4").status()).isEqualTo(404);
            assertThat(remove("n-nobody", "nc4").status()).isEqualTo(404);
            long before = events.head();
            assertThat(add("n8", "nc4").status()).isEqualTo(200);
            assertThat(events.since(before)).as("it never left").isEmpty();
        }

        @Test
        void areThere() {
            network("n9");
            assertThat(add("n9", "nobody").status()).isEqualTo(404);
            assertThat(remove("n9", "nobody").status()).isEqualTo(404);
        }
    }

    @Nested
    @DisplayName("B2, B22 POST /membership-programme")
    class Programmes {

        @Test
        void areTurnedOnForEachChannelThatMay_andItIsSaidWhyNotOfTheOthers() {
            enrolled("nc5");
            channel("nc6");
            network("n10", "nc6", "nc5");
            Answer answer = asNetwork("n10", ":enable", ACCEPTED);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("results").toString())
                    .isEqualTo("[{\"channelId\":\"nc5\",\"status\":\"ON\",\"violations\":[]},"
                            + "{\"channelId\":\"nc6\",\"status\":\"REFUSED\",\"violations\":[{\"code\":\"ENROLLED\","
                            + "\"required\":\"ENROLLED\",\"actual\":\"NOT_ENROLLED\"}]}]");
            assertThat(answer.position()).isEqualTo(events.head());
            Answer repeated = asNetwork("n10", ":enable", "");
            assertThat(repeated.body().path("results")).isEqualTo(answer.body().path("results"));
        }

        @Test
        void needTheNetworksTerms_alsoIfTheChannelAcceptsThem() {
            enrolled("nc7");
            network("n11", "nc7");
            Answer refused = post("/v1/channels/nc7/membership-programme:enable", ACCEPTED);
            assertThat(refused.body().path("violations").toString())
                    .isEqualTo("[{\"code\":\"NETWORK_TERMS\",\"required\":true,\"actual\":false}]");
            Answer none = asNetwork("n11", ":enable", "{}");
            assertThat(none.body().at("/results/0/violations").toString())
                    .isEqualTo("[{\"code\":\"TERMS\",\"required\":true,\"actual\":false},"
                            + "{\"code\":\"NETWORK_TERMS\",\"required\":true,\"actual\":false}]");
            assertThat(none.position()).isEqualTo(events.head());
            register("n11", "{\"name\":\"Shabake\",\"termsAccepted\":true}");
            assertThat(post("/v1/channels/nc7/membership-programme:enable", "").status())
                    .as("the network's terms count for its channels")
                    .isEqualTo(200);
        }

        @Test
        void tellWhereTheAcceptanceIsStored_evenIfNothingIsTurnedOn() {
            channel("nc8");
            network("n12", "nc8");
            long before = events.head();
            Answer answer = asNetwork("n12", ":enable", ACCEPTED);
            assertThat(answer.body().at("/results/0/status").asString()).isEqualTo("REFUSED");
            assertThat(answer.position()).isGreaterThan(before);
        }

        @Test
        void areResumedTogether() {
            enrolled("nc9");
            enrolled("nc10");
            network("n13", "nc9", "nc10");
            asNetwork("n13", ":enable", ACCEPTED);
            String cause = "/membership-programme/causes/CHANNEL_TERMINATED";
            decide("PUT", "/v1/channels/nc9" + cause, "");
            decide("PUT", "/v1/channels/nc10" + cause, "");
            decide("DELETE", "/v1/channels/nc10" + cause, "");
            Answer paused = asNetwork("n13", ":enable", "");
            assertThat(paused.body().at("/results/0/violations/0/code").asString())
                    .isEqualTo("PROGRAMME_PAUSED");
            assertThat(asNetwork("n13", ":resume", "").body().path("results").toString())
                    .isEqualTo("[{\"channelId\":\"nc10\",\"status\":\"ON\",\"violations\":[]},"
                            + "{\"channelId\":\"nc9\",\"status\":\"REFUSED\",\"violations\":[{\"code\":\"CAUSES\","
                            + "\"required\":[],\"actual\":[\"CHANNEL_TERMINATED\"]}]}]");
        }

        @Test
        @DisplayName("B20 leaving pauses, an operator closes the cause, the channel resumes")
        void leavingPauses() {
            enrolled("nc11");
            network("n14", "nc11");
            asNetwork("n14", ":enable", ACCEPTED);
            remove("n14", "nc11");
            Answer refused = post("/v1/channels/nc11/membership-programme:resume", "");
            assertThat(refused.body().path("violations").toString())
                    .isEqualTo("[{\"code\":\"CAUSES\",\"required\":[],\"actual\":[\"MONETIZATION_LOST\"]}]");
            decide("DELETE", "/v1/channels/nc11/membership-programme/causes/MONETIZATION_LOST", "");
            assertThat(post("/v1/channels/nc11/membership-programme:resume", "").status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {":enable", ":resume"})
        void areTheNetworksOwn(String action) {
            network("n15-" + action.substring(1));
            String path = "/v1/networks/n15-" + action.substring(1) + "/membership-programme" + action;
            assertThat(sendAs(Grant.of("network", "n1"), "POST", path, "").status())
                    .isEqualTo(403);
            assertThat(sendAs(Grant.of("operator"), "POST", path, "").status()).isEqualTo(403);
            assertThat(asNetwork("n-nobody", action, "").status()).isEqualTo(404);
            assertThat(post(path, "").body().path("results").size()).isZero();
        }
    }
}
