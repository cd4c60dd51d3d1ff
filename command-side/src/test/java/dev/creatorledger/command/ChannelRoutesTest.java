package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelRoutesTest extends HttpTestBase {

    static final String COOKING =
            """
            {"title":"Cooking","owner":{"name":"Parvin"},"country":"IR","currency":"IRR"}""";

    @Nested
    @DisplayName("C1 PUT /v1/channels/{channelId}")
    class Registering {

        @Test
        void isCreatedOnce_andARepeatChangesNothing() {
            Answer created = put("/v1/channels/c1", COOKING);
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.body().path("id").asString()).isEqualTo("c1");
            assertThat(created.body().path("version").asLong()).isZero();
            assertThat(created.position()).isEqualTo(events.head());

            Answer repeated = put("/v1/channels/c1", COOKING);
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.body().path("version").asLong()).isZero();
            assertThat(repeated.position()).isEqualTo(events.head());
        }

        @Test
        void namesEveryFieldThatFails() {
            Answer answer = put("/v1/channels/c2", "{\"country\":\"ir\",\"currency\":\"TOM\",\"title\":\" \"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("owner.name", "title", "country", "currency");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "[]", "null", "{", "{\"title\":5}", "{\"owner\":\"Parvin\"}", "{\"madeForKids\":1}"})
        void refusesWhatItCannotRead(String body) {
            assertThat(put("/v1/channels/c3", body).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a%20b", "ch:1", "%D8%A8"})
        void refusesAMalformedId(String id) {
            Answer answer = put("/v1/channels/" + id, COOKING);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("channelId");
        }

        @Test
        void refusesAnotherCurrency() {
            channel("c4");
            Answer answer = put("/v1/channels/c4", COOKING.replace("IRR", "USD"));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("CHANNEL_CURRENCY_FIXED");
        }
    }

    @Nested
    @DisplayName("C5 PUT /v1/channels/{channelId}/audience")
    class Followers {

        @Test
        void replacesTheFigure() {
            channel("c5");
            Answer answer = put("/v1/channels/c5/audience", "{\"followers\":200}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("version").asLong()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1.5", "\"200\"", "null", "1000000000001", "99999999999999999999"})
        void refusesWhatIsNoCount(String followers) {
            channel("c6");
            Answer answer = put("/v1/channels/c6/audience", "{\"followers\":%s}".formatted(followers));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("followers");
        }

        @Test
        void refusesAnUnknownChannel() {
            assertThat(put("/v1/channels/nobody/audience", "{\"followers\":1}").status())
                    .isEqualTo(404);
        }
    }

    @Nested
    @DisplayName("U1 A decision needs a reason")
    class Reasons {

        @ParameterizedTest
        @CsvSource({
            "POST, ad-programme:approve",
            "POST, ad-programme:reject",
            "POST, ad-programme:suspend",
            "POST, ad-programme:reinstate",
            "POST, ad-programme:leave",
            "PUT, ad-programme/share"
        })
        void ofAnOperator(String method, String path) {
            channel("c7");
            String route = "/v1/channels/c7/" + path;
            String body = "{\"shareBps\":6000}";
            Answer bare = method.equals("PUT") ? put(route, body) : post(route, body);
            assertThat(bare.status()).isEqualTo(400);
            assertThat(bare.code()).isEqualTo("REASON_REQUIRED");

            Answer explained = decide(method, route, body);
            assertThat(explained.status()).isEqualTo(409);
            assertThat(explained.code()).isEqualTo("WRONG_PROGRAMME_STATE");
        }

        @Test
        void thatStandsInTheMetadataWithTheActorAndTheCause() {
            enrolled("c8");
            decide("POST", "/v1/channels/c8/ad-programme:suspend", "");
            assertThat(events.lastMetaData())
                    .containsEntry("actor", "operator")
                    .containsEntry("reason", REASON)
                    .containsEntry("correlationId", "test-1")
                    .containsEntry("command", "SuspendAdProgramme")
                    .containsKey("causationId");
        }

        @Test
        void thatIsRefusedIsRecordedUnderItsName_withoutTheReasonOrTheDetail() {
            enrolled("c14");
            assertThat(decide("POST", "/v1/channels/c14/ad-programme:reject", "")
                            .status())
                    .isEqualTo(409);
            assertThat(events.since(events.head() - 1))
                    .singleElement()
                    .isInstanceOfSatisfying(CommandRefused.class, refused -> {
                        assertThat(refused.command()).isEqualTo("RejectAdProgramme");
                        assertThat(refused.subject()).isEqualTo("c14");
                        assertThat(refused.code()).isEqualTo("WRONG_PROGRAMME_STATE");
                        assertThat(refused.status()).isEqualTo(409);
                    });
            assertThat(events.lastMetaData())
                    .containsEntry("actor", "operator")
                    .containsEntry("command", "RejectAdProgramme")
                    .containsEntry("correlationId", "test-1")
                    .containsOnlyKeys("actor", "command", "correlationId", "causationId");
        }
    }

    @Nested
    @DisplayName("A2 A creator acts for own channels")
    class Creators {

        @Test
        void applyingAndLeavingWithoutAReason() {
            channel("c9");
            Answer applied = postAsCreatorOf("c9", "/v1/channels/c9/ad-programme:apply");
            assertThat(applied.status()).isEqualTo(422);
            assertThat(applied.code()).isEqualTo("NOT_ELIGIBLE");
            assertThat(applied.body().path("violations").toString())
                    .isEqualTo("[{\"code\":\"FOLLOWERS\",\"required\":200,\"actual\":0},"
                            + "{\"code\":\"WATCH_HOURS\",\"required\":3000,\"actual\":0}]");
            Answer left = postAsCreatorOf("c9", "/v1/channels/c9/ad-programme:leave");
            assertThat(left.code()).isEqualTo("WRONG_PROGRAMME_STATE");
        }

        @Test
        void neverForOthers() {
            channel("c10");
            assertThat(postAsCreatorOf("c9", "/v1/channels/c10/ad-programme:apply")
                            .status())
                    .isEqualTo(403);
            assertThat(postAsCreatorOf("c9", "/v1/channels/c10/ad-programme:leave")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void leavingByThemselves_whileAnOperatorRemoves() {
            enrolled("c11");
            postAsCreatorOf("c11", "/v1/channels/c11/ad-programme:leave");
            assertThat(events.since(events.head() - 1).toString()).contains("removed=false");
            enrolled("c12");
            decide("POST", "/v1/channels/c12/ad-programme:leave", "");
            assertThat(events.since(events.head() - 1).toString()).contains("removed=true");
        }
    }

    @Nested
    @DisplayName("A3 PUT /v1/channels/{channelId}/ad-programme/share")
    class Shares {

        @Test
        void refusesAShareBelowTheFloor() {
            enrolled("c13");
            Answer answer = decide("PUT", "/v1/channels/c13/ad-programme/share", "{\"shareBps\":4999}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("SHARE_OUT_OF_RANGE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"shareBps\":\"6000\"}", "{\"shareBps\":6000.5}"})
        void refusesWhatIsNoNumber(String body) {
            Answer answer = decide("PUT", "/v1/channels/c13/ad-programme/share", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("shareBps");
        }
    }
}
