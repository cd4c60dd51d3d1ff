package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends HttpTestBase {

    private static final String CHANNEL = "/v1/channels/ch-1";
    private static final String APPLY = CHANNEL + "/ad-programme:apply";

    private static JsonNode problem(HttpRequest.Builder request, int status, String code) {
        return problem(send(request), status, code);
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode body = read(response);
        assertThat(body.path("code").asString()).isEqualTo(code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("type").asString()).isEqualTo("/docs/errors#" + code);
        assertThat(body.path("title").asString()).isNotBlank();
        assertThat(body.path("detail").asString()).isNotBlank();
        assertThat(response.headers().firstValue("X-Correlation-Id"))
                .hasValue(body.path("correlationId").asString());
        assertThat(response.body()).doesNotContain("Exception", "dev.creatorledger", "java.");
        return body;
    }

    @Nested
    class Bodies {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "nonsense",
                    "[]",
                    "{} {}",
                    "{\"title\":\"a\",\"title\":\"b\"}",
                    "{\"title\":\"a\u0001b\"}",
                    "\u0000"
                })
        void thatAreNoJsonObjectAreMalformed(String body) {
            problem(put(CHANNEL, body), 400, "MALFORMED_REQUEST");
        }

        @Test
        void thatAreNestedTooDeepAreMalformed() {
            problem(put(CHANNEL, "{\"deep\":" + "[".repeat(2_000)), 400, "MALFORMED_REQUEST");
        }

        @Test
        void thatAreNotUtf8AreMalformed() {
            byte[] latin = "{\"title\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
            HttpRequest.Builder request =
                    to(CHANNEL).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(latin));
            assertThat(send(request).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'title': 1}                                            | title",
                    "{'title': {}}                                           | title",
                    "{'shareBps': '5000'}                                    | shareBps",
                    "{'shareBps': 1.5}                                       | shareBps",
                    "{'shareBps': 99999999999}                               | shareBps",
                    "{'madeForKids': 'yes'}                                  | madeForKids",
                    "{'madeForKids': 1}                                      | madeForKids",
                    "{'price': {'amount': 1234.5, 'currency': 'IRR'}}        | price.amount",
                    "{'price': {'amount': 12, 'currency': 'IRR'}}            | price.amount",
                    "{'price': '12 IRR'}                                     | price",
                    "{'channelId': 'no spaces'}                              | channelId",
                    "{'parts': {}}                                           | parts",
                    "{'parts': [{}, {'shareBps': true}]}                     | parts[1].shareBps",
                })
        void ofAnotherTypeNameTheField(String body, String field) {
            JsonNode problem = problem(put(CHANNEL, body.replace('\'', '"')), 400, "INVALID_FIELD");
            assertThat(problem.path("violations").get(0).path("field").asString())
                    .isEqualTo(field);
            assertThat(problem.path("violations").get(0).path("required").asString())
                    .isNotBlank();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "text/plain | {} | 415 | UNSUPPORTED_MEDIA_TYPE",
                    "no/type/at/all | {} | 415 | UNSUPPORTED_MEDIA_TYPE",
                    "application/json | x | 400 | MALFORMED_REQUEST",
                    "application/json | {bad | 400 | MALFORMED_REQUEST",
                    "application/json | [1] | 400 | MALFORMED_REQUEST",
                    "application/json | 'x' | 400 | MALFORMED_REQUEST",
                },
                quoteCharacter = '"')
        void ofCommandsThatTakeNoneAreHeldToTheSame(String type, String body, int status, String code) {
            HttpRequest.Builder request = to(APPLY).header("Content-Type", type);
            problem(request.POST(BodyPublishers.ofString(body.replace('\'', '"'))), status, code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"note\":1}", ""})
        void ofCommandsThatTakeNoneMayBeAnObjectOrMissing(String body) {
            HttpRequest.Builder request = to(APPLY).header("Content-Type", "application/json");
            assertThat(send(request.POST(BodyPublishers.ofString(body))).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void mayHaveFieldsThatWeDoNotKnow() {
            String body = "{\"price\":{\"amount\":\"1.5\",\"currency\":\"IRR\"},\"colour\":\"red\"}";
            assertThat(send(put(CHANNEL, body)).statusCode()).isEqualTo(200);
        }

        @Test
        void ofAnotherMediaTypeAreUnsupported() {
            HttpRequest.Builder xml =
                    to(CHANNEL).header("Content-Type", "application/xml").PUT(json("<a/>"));
            problem(xml, 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*/*", "application/*"})
        void areNotReadAsARangeOfMediaTypes(String range) {
            HttpRequest.Builder request =
                    to(CHANNEL).header("Content-Type", range).PUT(json("{\"title\":\"a\"}"));
            problem(request, 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void overTheLimitAreTooLarge() {
            String large = "{\"title\":\"" + "a".repeat(1_048_576) + "\"}";
            problem(put(CHANNEL, large), 413, "PAYLOAD_TOO_LARGE");
        }

        @Test
        void overTheLimitAreTooLargeEvenIfTheirLengthIsNotAnnounced() {
            byte[] large = ("{\"parts\":[" + "{},".repeat(400_000) + "{}]}").getBytes(StandardCharsets.UTF_8);
            HttpRequest.Builder request = to(CHANNEL)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
            problem(request, 413, "PAYLOAD_TOO_LARGE");
        }

        @Test
        void ofBatchesMayBeLarger() {
            String large = "{\"title\":\"" + "a".repeat(900_000) + "\",\"more\":\"" + "a".repeat(900_000) + "\"}";
            HttpRequest.Builder request = to("/v1/impressions:batch")
                    .header("Content-Type", "application/json")
                    .POST(json(large));
            assertThat(send(request).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Routes {

        @Test
        void thatDoNotExistAreNotFound() {
            problem(to("/v1/nothing"), 404, "NOT_FOUND");
            problem(to("/"), 404, "NOT_FOUND");
            problem(to("/error"), 404, "NOT_FOUND");
            problem(to("/v1/channels/ch-1/"), 404, "NOT_FOUND");
        }

        @Test
        void nameTheMethodsTheyHave() {
            HttpResponse<String> response = send(to("/v1/impressions:batch").DELETE());
            problem(response, 405, "METHOD_NOT_ALLOWED");
            assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        }

        @Test
        void answerInJsonAlone() {
            problem(to("/v1/channels/ch-1/estimate").header("Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "application/json;q=0", "*/*;q=0", "nonsense"})
        void doNothingForACallerWhoWouldNotReadTheAnswer(String accept) {
            problem(to("/v1/channels/crash/estimate").header("Accept", accept), 406, "NOT_ACCEPTABLE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1"})
        void answerWhoeverReadsJsonAmongOthers(String accept) {
            assertThat(send(to("/v1/channels/ch-1/estimate").header("Accept", accept))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void refuseMalformedIds() {
            JsonNode problem = problem(put("/v1/channels/no%20spaces", "{}"), 400, "INVALID_FIELD");
            assertThat(problem.path("violations").get(0).path("field").asString())
                    .isEqualTo("channelId");
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=0&days=1", "atLeast=x&days=1", "days=x", "", "limit=1&limit=2&days=1"})
        void refuseMalformedParameters(String query) {
            HttpResponse<String> response = send(to("/v1/channels/ch-1/earnings?" + query));
            assertThat(response.statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1//channels", "/v1/channels/a;b=c", "/v1/channels/a%2Fb", "/v1/%2e%2e/x"})
        void refuseAmbiguousPaths(String path) {
            HttpResponse<String> response = send(to(path));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Nested
    class Containers {

        private String raw(String request) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void areNotAskedToLogWhatACallerGotWrong(CapturedOutput log) throws IOException {
            String request = "PUT " + CHANNEL + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + token("admin") + "\r\nContent-Type: application/json\r\n"
                    + "X-Correlation-Id: broken-chunks\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
            assertThat(raw(request)).startsWith("HTTP/1.1 400");
            assertThat(log.toString().lines().filter(line -> line.contains("[broken-chunks]")))
                    .noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=%zz", "limit=%", "atLeast=%FF", "cursor=%ED%A0%80"})
        void reportMalformedQueriesAsProblems(String query) throws IOException {
            String request = "GET /v1/channels/ch-1/earnings?days=1&" + query + " HTTP/1.1\r\nHost: a\r\n"
                    + "Authorization: Bearer " + token("admin") + "\r\nConnection: close\r\n\r\n";
            assertThat(raw(request)).startsWith("HTTP/1.1 400").contains("\"code\":\"MALFORMED_REQUEST\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /v1/\u0001 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /v1/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /v1/a HTTP/1.1\r\nConnection: close\r\n\r\n",
                    "G\u0002T / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                    "GET / HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "CONNECT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: odd\r\n\r\n"
                })
        void reportMalformedRequestsAsProblems(String request) throws IOException {
            assertThat(raw(request))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("\"code\":\"MALFORMED_REQUEST\"")
                    .doesNotContain("<html", "Tomcat", "Exception");
        }
    }

    @Nested
    class Failures {

        @Test
        void areLoggedAndNotTold(CapturedOutput log) {
            HttpRequest.Builder request = to("/v1/channels/crash/estimate").header("X-Correlation-Id", "look-here");
            HttpResponse<String> response = send(request);
            problem(response, 500, "INTERNAL");
            assertThat(response.body()).doesNotContain("secret");
            assertThat(log).contains("\"look-here\"").contains("secret of the inside");
        }

        @Test
        void thatPassSayWhenToComeAgain() {
            HttpResponse<String> response = send(to("/v1/channels/busy/estimate"));
            problem(response, 503, "VIEW_BEHIND");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Nested
    class Starting {

        @AfterEach
        void ready() {
            TestService.READY.set(true);
        }

        @Test
        void leavesHealthOpenAndKeepsItsDetailsForTheAdmin() {
            HttpResponse<String> open = send(anonymous("/actuator/health"));
            assertThat(open.statusCode()).isEqualTo(200);
            assertThat(open.body()).contains("\"status\":\"UP\"").doesNotContain("components");
            assertThat(send(to("/actuator/health")).body()).contains("\"offset\":\"PT0S\"");
        }

        @Test
        void exposesNoOtherEndpointThanMeant() {
            assertThat(send(to("/actuator/prometheus")).body()).contains("jvm_memory_used_bytes");
            assertThat(send(to("/actuator/metrics")).statusCode()).isEqualTo(200);
            assertThat(send(to("/actuator/info")).statusCode()).isEqualTo(200);
            problem(to("/actuator/env"), 404, "NOT_FOUND");
            problem(to("/actuator/heapdump"), 404, "NOT_FOUND");
            problem(anonymous("/actuator/prometheus"), 401, "UNAUTHENTICATED");
        }
    }

    @Test
    void correlationIdsAreTakenOverIfTheyAreWellFormed() {
        HttpRequest.Builder given = to("/v1/channels/a/estimate").header("X-Correlation-Id", "abc-123");
        assertThat(send(given).headers().firstValue("X-Correlation-Id")).hasValue("abc-123");
        HttpRequest.Builder spaced = to("/v1/channels/a/estimate").header("X-Correlation-Id", "a b");
        assertThat(send(spaced).headers().firstValue("X-Correlation-Id"))
                .hasValueSatisfying(made -> assertThat(made).hasSize(36));
        HttpRequest.Builder long129 = to("/v1/channels/a/estimate").header("X-Correlation-Id", "a".repeat(129));
        assertThat(send(long129).headers().firstValue("X-Correlation-Id"))
                .hasValueSatisfying(made -> assertThat(made).hasSize(36));
    }

    @Test
    void answersAreWrittenAsTheContractSays() {
        assertThat(send(to("/v1/channels/a/estimate")).body())
                .isEqualTo(
                        "{\"a\":\"1970-01-01T00:00:00Z\",\"b\":{\"amount\":\"1.5\",\"currency\":\"IRR\"},\"c\":null}");
    }
}
