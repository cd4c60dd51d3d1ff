package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoRoutesTest extends HttpTestBase {

    private static final String AUDIENCE = "{\"views\":10,\"watchSeconds\":600}";

    @BeforeEach
    void aChannelAndItsCopier() {
        channel("maker");
        channel("taker");
    }

    @Nested
    @DisplayName("C2 PUT /v1/videos/{videoId}")
    class Registering {

        @Test
        void isCreatedOnce_andARepeatChangesNothing() {
            String body = "{\"channelId\":\"maker\",\"kind\":\"GAMING\",\"webcam\":true}";
            assertThat(put("/v1/videos/r1", body).status()).isEqualTo(201);
            assertThat(put("/v1/videos/r1", body).status()).isEqualTo(200);
        }

        @Test
        void takesAnAbsentWebcamForNone() {
            put("/v1/videos/r2", "{\"channelId\":\"maker\",\"kind\":\"GAMING\"}");
            Answer same = put("/v1/videos/r2", "{\"channelId\":\"maker\",\"kind\":\"GAMING\",\"webcam\":false}");
            assertThat(same.status()).isEqualTo(200);
            Answer other = put("/v1/videos/r2", "{\"channelId\":\"maker\",\"kind\":\"GAMING\",\"webcam\":true}");
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("VIDEO_FIXED");
        }

        @ParameterizedTest(name = "{1}: {0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | channelId,kind",
                    "{'channelId':'a b','kind':'ORIGINAL'} | channelId",
                    "{'channelId':'maker','kind':'original'} | kind",
                    "{'channelId':'maker','kind':'REPUBLISHED'} | originalVideoId",
                    "{'channelId':'maker','kind':'ORIGINAL','originalVideoId':'r1'} | originalVideoId",
                    "{'channelId':'maker','kind':'REPUBLISHED','originalVideoId':''} | originalVideoId",
                    "{'channelId':'maker','kind':'ORIGINAL','webcam':true} | webcam",
                    "{'channelId':'maker','kind':'ORIGINAL','title':''} | title"
                })
        void namesEveryFieldThatFails(String body, String fields) {
            Answer answer = put("/v1/videos/r3", body.replace('\'', '"'));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly(fields.split(",", -1));
        }

        @Test
        void refusesAnUnknownChannelAndAnUnknownOriginal() {
            Answer channel = put("/v1/videos/r4", "{\"channelId\":\"nobody\",\"kind\":\"ORIGINAL\"}");
            assertThat(channel.status()).isEqualTo(422);
            assertThat(channel.code()).isEqualTo("UNKNOWN_CHANNEL");
            Answer original = copy("r4", "nothing");
            assertThat(original.status()).isEqualTo(422);
            assertThat(original.code()).isEqualTo("UNKNOWN_ORIGINAL");
        }
    }

    @Nested
    @DisplayName("C5 PUT /v1/videos/{videoId}/audience/{date}")
    class Audience {

        @Test
        void ofACopyOfACopyReachesTheFirstUploaderInTheSameCommit() {
            original("first", "maker");
            copy("second", "first");
            copy("third", "second");
            long before = events.head();

            Answer answer = put("/v1/videos/third/audience/" + today(), AUDIENCE);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.position()).isEqualTo(before + 2);
            assertThat(events.lastAppend()).isEqualTo(2);
            ChannelId maker = new ChannelId("maker");
            VideoId third = new VideoId("third");
            assertThat(events.since(before))
                    .containsExactly(
                            new VideoAudienceReported(third, new VideoId("first"), maker, today(), 10, 600, 0, 0),
                            new WatchTimeCounted(maker, third, today(), 600));
        }

        @Test
        void repeatedChangesNothing() {
            original("repeated", "maker");
            put("/v1/videos/repeated/audience/" + today(), AUDIENCE);
            long before = events.head();
            Answer answer = put("/v1/videos/repeated/audience/" + today(), AUDIENCE);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(events.head()).isEqualTo(before);
        }

        @Test
        void ofNoOriginalProductionCountsNoWatchTime() {
            put("/v1/videos/mix", "{\"channelId\":\"maker\",\"kind\":\"EDIT_ONLY\"}");
            long before = events.head();
            put("/v1/videos/mix/audience/" + today(), AUDIENCE);
            assertThat(events.since(before)).hasSize(1).first().isInstanceOf(VideoAudienceReported.class);
        }

        @Test
        void refusesTomorrow() {
            original("tomorrow", "maker");
            Answer answer = put("/v1/videos/tomorrow/audience/" + today().plusDays(1), AUDIENCE);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("AUDIENCE_IN_FUTURE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-02-30", "20260201", "today", "2026-02-01T00:00:00Z"})
        void refusesWhatIsNoDay(String date) {
            original("days", "maker");
            Answer answer = put("/v1/videos/days/audience/" + date, AUDIENCE);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("date");
        }

        @Test
        void namesEveryFigureThatFails() {
            original("figures", "maker");
            Answer answer = put("/v1/videos/figures/audience/" + today(), "{\"views\":-1}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("views", "watchSeconds");
        }

        @Test
        void refusesAnUnknownVideo() {
            assertThat(put("/v1/videos/nothing/audience/" + today(), AUDIENCE).status())
                    .isEqualTo(404);
        }
    }

    private Answer copy(String id, String of) {
        return put(
                "/v1/videos/" + id,
                "{\"channelId\":\"taker\",\"kind\":\"REPUBLISHED\",\"originalVideoId\":\"%s\"}".formatted(of));
    }
}
