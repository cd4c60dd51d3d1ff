package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.channel.ProgrammeCommand.BookRefundsOfTurn;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.web.CallContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("/v1/channels/{channelId}/membership-programme")
class ProgrammeRoutesTest extends HttpTestBase {

    private static final String ACCEPTED = "{\"termsAccepted\":true}";
    private static final String VOLUNTARY = "{\"cause\":\"VOLUNTARY\"}";

    @Autowired
    private Commands commands;

    private static String programme(String channel, String action) {
        return "/v1/channels/" + channel + "/membership-programme" + action;
    }

    private Answer asCreator(String channel, String action, String body) {
        return sendAs(Grant.of("creator", channel), "POST", programme(channel, action), body);
    }

    @Nested
    @DisplayName("B1 POST :enable")
    class Enabling {

        @Test
        void turnsMembershipsOn_andARepeatChangesNothing() {
            enrolled("m1");
            Answer on = asCreator("m1", ":enable", ACCEPTED);
            assertThat(on.status()).isEqualTo(200);
            assertThat(on.body().path("id").asString()).isEqualTo("m1");
            assertThat(on.position()).isEqualTo(events.head());
            assertThat(events.lastMetaData())
                    .containsEntry("actor", "creator:m1")
                    .containsEntry("command", "EnableMemberships");
            Answer repeated = asCreator("m1", ":enable", "");
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.body()).isEqualTo(on.body());
        }

        @Test
        void namesEachConditionThatFails() {
            channel("m2");
            put("/v1/videos/v-m2", "{\"channelId\":\"m2\",\"kind\":\"ORIGINAL\",\"musicClaim\":true}");
            Answer refused = asCreator("m2", ":enable", "{}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
            assertThat(refused.body().path("violations").toString())
                    .isEqualTo("[{\"code\":\"ENROLLED\",\"required\":\"ENROLLED\",\"actual\":\"NOT_ENROLLED\"},"
                            + "{\"code\":\"VIDEOS_INELIGIBLE\",\"required\":10,\"actual\":100.0},"
                            + "{\"code\":\"TERMS\",\"required\":true,\"actual\":false}]");
            assertThat(events.since(events.head() - 1))
                    .singleElement()
                    .isInstanceOfSatisfying(CommandRefused.class, recorded -> {
                        assertThat(recorded.command()).isEqualTo("EnableMemberships");
                        assertThat(recorded.code()).isEqualTo("NOT_ELIGIBLE");
                    });
        }

        @Test
        void isForTheChannelsCreatorAlone() {
            channel("m3");
            assertThat(sendAs(Grant.of("creator", "m2"), "POST", programme("m3", ":enable"), ACCEPTED)
                            .status())
                    .isEqualTo(403);
            assertThat(decide("POST", programme("m3", ":enable"), ACCEPTED).status())
                    .isEqualTo(403);
            assertThat(post(programme("nobody", ":enable"), ACCEPTED).status()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "{\"termsAccepted\":\"yes\"}", "{"})
        void refusesWhatItCannotRead(String body) {
            channel("m4");
            assertThat(asCreator("m4", ":enable", body).status()).isEqualTo(400);
        }
    }

    @Nested
    @DisplayName("B20, B22 causes, and POST :resume")
    class Pausing {

        @Test
        void byAnOperatorsCause_leftByResumingOnceItIsClosed() {
            withMemberships("m5");
            String cause = programme("m5", "/causes/CHANNEL_TERMINATED");
            Answer opened = decide("PUT", cause, "");
            assertThat(opened.status()).isEqualTo(200);
            assertThat(events.lastMetaData())
                    .containsEntry("command", "OpenPauseCause")
                    .containsEntry("reason", REASON);
            assertThat(decide("PUT", cause, "").version()).isEqualTo(opened.version());

            assertThat(asCreator("m5", ":enable", ACCEPTED).code()).isEqualTo("PROGRAMME_PAUSED");
            Answer early = asCreator("m5", ":resume", "");
            assertThat(early.status()).isEqualTo(422);
            assertThat(early.body().path("violations").toString())
                    .isEqualTo("[{\"code\":\"CAUSES\",\"required\":[],\"actual\":[\"CHANNEL_TERMINATED\"]}]");

            assertThat(decide("DELETE", cause, "").version()).isEqualTo(opened.version() + 1);
            assertThat(decide("DELETE", cause, "").version()).isEqualTo(opened.version() + 1);
            Answer resumed = asCreator("m5", ":resume", "");
            assertThat(resumed.status()).isEqualTo(200);
            assertThat(asCreator("m5", ":resume", "").body()).isEqualTo(resumed.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE"})
        @DisplayName("U1 with a reason")
        void withAReason(String method) {
            channel("m6");
            String cause = programme("m6", "/causes/MADE_FOR_KIDS");
            Answer bare = sendAs(Grant.of("operator"), method, cause, "");
            assertThat(bare.status()).isEqualTo(400);
            assertThat(bare.code()).isEqualTo("REASON_REQUIRED");
            assertThat(decideAs(Grant.of("creator", "m6"), method, cause, "").status())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE"})
        void ofAKnownCauseAndChannel(String method) {
            channel("m7");
            Answer answer = decide(method, programme("m7", "/causes/made_for_kids"), "");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("cause");
            assertThat(decide(method, programme("nobody", "/causes/MADE_FOR_KIDS"), "")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void whatWasNeverOnIsNotResumed() {
            channel("m8");
            Answer answer = asCreator("m8", ":resume", "");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("WRONG_MEMBERSHIP_PROGRAMME_STATE");
        }
    }

    @Nested
    @DisplayName("B26 POST :end")
    class Ending {

        @Test
        void isTheCreatorsByChoice_andBeginsAnewOnceTheRefundsAreBooked() {
            withMemberships("m9");
            Answer ended = decideAs(Grant.of("creator", "m9"), "POST", programme("m9", ":end"), VOLUNTARY);
            assertThat(ended.status()).isEqualTo(200);
            assertThat(events.lastMetaData()).containsEntry("reason", REASON);
            assertThat(decideAs(Grant.of("creator", "m9"), "POST", programme("m9", ":end"), VOLUNTARY)
                            .body())
                    .isEqualTo(ended.body());

            Answer early = asCreator("m9", ":enable", ACCEPTED);
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("PROGRAMME_ENDING");
            ChannelId channel = new ChannelId("m9");
            commands.execute(new BookRefundsOfTurn(channel, 2), channel, CallContext.service("test"));
            assertThat(asCreator("m9", ":enable", "").status()).isEqualTo(200);
        }

        @Test
        @DisplayName("U1 needs a reason of anybody")
        void needsAReason() {
            channel("m10");
            assertThat(asCreator("m10", ":end", VOLUNTARY).code()).isEqualTo("REASON_REQUIRED");
            assertThat(sendAs(Grant.of("operator"), "POST", programme("m10", ":end"), VOLUNTARY)
                            .code())
                    .isEqualTo("REASON_REQUIRED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ABUSE", "FRAUD", "POLICY_VIOLATION"})
        void forWhatTheChannelDidIsAnOperators(String cause) {
            withMemberships("m11-" + cause);
            String body = "{\"cause\":\"" + cause + "\"}";
            String path = programme("m11-" + cause, ":end");
            Answer answer = decideAs(Grant.of("creator", "m11-" + cause), "POST", path, body);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(decide("POST", path, body).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"{}", "{\"cause\":\"PAUSE_EXPIRED\"}", "{\"cause\":\"\"}", "''"})
        void needsACauseThatCanBeGiven(String body) {
            channel("m12");
            Answer answer = decide("POST", programme("m12", ":end"), body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("cause");
        }

        @Test
        void isRefusedBeforeItWasEverOn() {
            channel("m13");
            assertThat(decide("POST", programme("m13", ":end"), VOLUNTARY).code())
                    .isEqualTo("WRONG_MEMBERSHIP_PROGRAMME_STATE");
        }
    }
}
