package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends HttpTestBase {

    private static final String APPLY = "/v1/channels/ch-1/ad-programme:apply";

    private HttpRequest.Builder as(String token, String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(read(response).path("code").asString()).isEqualTo(code);
    }

    @Nested
    class WithoutAValidToken {

        @ParameterizedTest
        @ValueSource(
                strings = {"/v1/channels/ch-1/estimate", "/v1/nothing", "/", "/actuator", "/actuator/health/clock"})
        void nothingIsOpenButHealth(String path) {
            HttpResponse<String> response = send(anonymous(path));
            refused(response, 401, "UNAUTHENTICATED");
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer  two  words"})
        void malformedOnesAreTurnedAway(String header) {
            HttpRequest.Builder request =
                    anonymous("/v1/channels/ch-1/estimate").header("Authorization", header);
            refused(send(request), 401, "UNAUTHENTICATED");
        }

        @Test
        void theTokenIsNotTakenFromTheAddress() {
            refused(
                    send(anonymous("/v1/channels/ch-1/estimate?access_token=" + token("admin"))),
                    401,
                    "UNAUTHENTICATED");
        }
    }

    @Nested
    class ByRole {

        @ParameterizedTest
        @CsvSource({"admin, 200", "auditor, 200", "operator, 200", "compliance, 200", "ingest, 403", "payments, 403"})
        void readingsOfAChannelAreOpened(String role, int status) {
            assertThat(send(as(token(role), "/v1/channels/ch-1/estimate")).statusCode())
                    .isEqualTo(status);
        }

        @Test
        void headIsGuardedAsGet() {
            HttpRequest.Builder request = as(token("ingest"), "/v1/channels/ch-1/estimate")
                    .method("HEAD", HttpRequest.BodyPublishers.noBody());
            assertThat(send(request).statusCode()).isEqualTo(403);
        }

        @ParameterizedTest
        @CsvSource({"auditor, 403", "ingest, 403", "operator, 400", "admin, 400"})
        void decisionsAreOpened(String role, int status) {
            HttpRequest.Builder request =
                    as(token(role), "/v1/channels/ch-1/ad-programme:approve").POST(json(""));
            assertThat(send(request).statusCode()).isEqualTo(status);
        }

        @Test
        void aRefusalIsAProblem() {
            refused(send(as(token("ingest"), "/v1/channels/ch-1/estimate")), 403, "FORBIDDEN");
        }
    }

    @Nested
    class Creators {

        @Test
        void actForTheirOwnChannelAlone() {
            assertThat(send(as(creatorOf("ch-1"), APPLY).POST(json(""))).statusCode())
                    .isEqualTo(200);
            refused(send(as(creatorOf("ch-2"), APPLY).POST(json(""))), 403, "FORBIDDEN");
        }

        @Test
        void areNotDecidedUponByThemselves() {
            HttpRequest.Builder request = as(creatorOf("ch-1"), "/v1/channels/ch-1/ad-programme:approve")
                    .POST(json(""));
            refused(send(request), 403, "FORBIDDEN");
        }
    }

    @Nested
    class Contexts {

        @Test
        void nameActorReasonAndCorrelation() {
            HttpRequest.Builder request = as(token("operator"), "/v1/channels/ch-1/ad-programme:approve")
                    .header("X-Reason", "%D8%AE%D9%88%D8%A8")
                    .header("X-Correlation-Id", "c-1")
                    .POST(json(""));
            assertThat(read(send(request)).toString())
                    .contains("\"actor\":\"operator\"", "\"reason\":\"خوب\"", "\"correlationId\":\"c-1\"");
        }

        @Test
        void areRefusedWithoutAReasonWhereADecisionIsTaken() {
            HttpRequest.Builder request = as(token("operator"), "/v1/channels/ch-1/ad-programme:approve")
                    .POST(json(""));
            refused(send(request), 400, "REASON_REQUIRED");
        }
    }
}
