package dev.creatorledger.command.window;

import static dev.creatorledger.command.CommandSideOnPostgres.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.command.CommandSideOnPostgres;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("POST /v1/impressions:batch")
@TestInstance(Lifecycle.PER_CLASS)
class ImpressionBatchesIT {

    private static final String ITEM =
            "{\"impressionId\":\"%s\",\"videoId\":\"v-1\",\"adId\":\"ad-1\",\"adType\":\"PRE_ROLL\","
                    + "\"shownAt\":\"2026-06-15T10:20:30Z\",\"watchedMillis\":4000,"
                    + "\"netRevenue\":{\"amount\":\"10\",\"currency\":\"IRR\"}}";

    private CommandSideOnPostgres side;

    @BeforeAll
    void anEnrolledChannelWithAVideo() {
        side = CommandSideOnPostgres.at("2026-06-15T10:30:00Z");
        side.enrolled("ch-1", 5_000);
        side.original("v-1", "ch-1");
    }

    @AfterAll
    void end() {
        side.close();
    }

    @Nested
    @DisplayName("as one JSON document")
    class Document {

        @Test
        void isAnsweredInTheOrderOfTheRequest() throws IOException {
            MockHttpServletResponse response =
                    document("{\"impressions\":[%s,5,%s,%s]}".formatted(item("a"), item("a"), item("\\\"\\\\")));
            assertThat(response.getContentType()).isEqualTo("application/json");
            JsonNode answer = JsonMapper.shared().readTree(response.getContentAsByteArray());
            assertThat(answer.get("position").asString()).matches("[1-9][0-9]*");
            assertThat(answer.get("counts").toString())
                    .isEqualTo("{\"invalid\":1,\"in_future\":0,\"unknown_video\":0,\"not_enrolled\":0,\"too_late\":0,"
                            + "\"duplicate\":1,\"conflict\":0,\"not_qualified\":0,\"qualified\":2}");
            assertThat(answer.get("outcomes").toString())
                    .isEqualTo("[{\"index\":0,\"impressionId\":\"a\",\"outcome\":\"qualified\"},"
                            + "{\"index\":1,\"impressionId\":null,\"outcome\":\"invalid\",\"code\":\"NOT_AN_OBJECT\"},"
                            + "{\"index\":2,\"impressionId\":\"a\",\"outcome\":\"duplicate\"},"
                            + "{\"index\":3,\"impressionId\":\"\\\"\\\\\",\"outcome\":\"qualified\"}]");
        }

        @Test
        void booksNothingOfAMalformedOne() {
            long before = side.raw().size();
            refused("{\"impressions\":[%s".formatted(item("never")), null, ErrorCode.MALFORMED_REQUEST);
            assertThat(side.raw()).hasSize((int) before);
        }

        @Test
        void underAnUnknownBackfillIsNotFound() {
            refused("{\"impressions\":[]}", "unheard-of", ErrorCode.NOT_FOUND);
        }

        private void refused(String body, @org.jspecify.annotations.Nullable String backfill, ErrorCode code) {
            assertThatThrownBy(() -> side.part(ImpressionBatches.class)
                            .document(backfill, request(body), new MockHttpServletResponse(), CALLER))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        }

        private MockHttpServletResponse document(String body) throws IOException {
            MockHttpServletResponse response = new MockHttpServletResponse();
            side.part(ImpressionBatches.class).document(null, request(body), response, CALLER);
            return response;
        }
    }

    @Nested
    @DisplayName("as lines of NDJSON")
    class Ndjson {

        @Test
        void isAnsweredLineByLineAndCountedAtTheEnd() throws IOException {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 1_200; i++) {
                lines.add(item("n" + i));
            }
            lines.add(3, "no json");
            lines.add(item("x".repeat(20_000)));
            lines.add("");
            lines.add(item("n0"));
            List<JsonNode> answers = lines(String.join("\n", lines));
            assertThat(answers).hasSize(1_204);
            for (int i = 0; i < 1_203; i++) {
                assertThat(answers.get(i).get("index").asInt()).isEqualTo(i);
            }
            assertThat(answers.get(3).get("code").asString()).isEqualTo("MALFORMED_LINE");
            assertThat(answers.get(1_201).get("code").asString()).isEqualTo("LINE_TOO_LONG");
            assertThat(answers.get(1_202).get("outcome").asString()).isEqualTo("duplicate");
            JsonNode last = answers.get(1_203);
            assertThat(last.get("counts").get("qualified").asInt()).isEqualTo(1_200);
            assertThat(last.get("counts").get("invalid").asInt()).isEqualTo(2);
            assertThat(last.get("position").asString()).matches("[1-9][0-9]*");
        }

        @Test
        void ofNothingHasOnlyTheLastLine() throws IOException {
            assertThat(lines("\n")).singleElement().satisfies(last -> assertThat(
                            last.get("counts").get("qualified").asInt())
                    .isZero());
        }

        @Test
        void thatBreaksOffSaysSoInItsLastLine() throws IOException {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                lines.add(item("broken" + i));
            }
            side.commits().fail(2, 1);
            List<JsonNode> answers = lines(String.join("\n", lines));
            assertThat(answers).hasSize(501);
            assertThat(answers.get(500).get("problem").get("code").asString()).isEqualTo("UNAVAILABLE");
        }

        private List<JsonNode> lines(String body) throws IOException {
            MockHttpServletResponse response = new MockHttpServletResponse();
            side.part(ImpressionBatches.class).lines(null, request(body), response, CALLER);
            assertThat(response.getContentType()).isEqualTo("application/x-ndjson");
            return response.getContentAsString()
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
        }
    }

    private static String item(String id) {
        return ITEM.formatted(id);
    }

    private static MockHttpServletRequest request(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/impressions:batch");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
