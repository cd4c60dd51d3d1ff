package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.RefusalRecord.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("U1 A refusal")
class RefusalsTest extends HttpTestBase {

    private static final String APPROVE = "/v1/channels/%s/ad-programme:approve";

    private final String correlationId = UUID.randomUUID().toString();

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void theStoreIsBack() {
        TestService.RECORDS.set(true);
    }

    private HttpRequest.Builder as(String token, String path) {
        return anonymous(path)
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", correlationId)
                .header("X-Reason", "because");
    }

    private List<Refused> recorded() {
        return TestService.REFUSED.stream()
                .filter(refused -> refused.correlationId().equals(correlationId))
                .toList();
    }

    private Refused refused(String command, @Nullable String subject, ErrorCode code, String actor) {
        return new Refused(command, subject, code, actor, correlationId);
    }

    @Nested
    class IsRecordedOnce {

        @ParameterizedTest
        @CsvSource({"taken, 409, WRONG_PROGRAMME_STATE", "unfit, 422, NOT_ELIGIBLE"})
        void ofARuleUnderTheCommandsName(String channel, int status, ErrorCode code) {
            assertThat(send(as(token("operator"), APPROVE.formatted(channel)).POST(json("")))
                            .statusCode())
                    .isEqualTo(status);
            assertThat(recorded()).containsExactly(refused("ApproveAdProgramme", channel, code, "operator"));
        }

        @Test
        void ofAnothersResource() {
            send(as(creatorOf("ch-2"), "/v1/channels/ch-1/ad-programme:apply").POST(json("")));
            assertThat(recorded())
                    .containsExactly(refused("ApplyToAdProgramme", "ch-1", ErrorCode.FORBIDDEN, "creator:ch-2"));
        }

        @Test
        void ofAWrongRole() {
            send(as(token("auditor"), APPROVE.formatted("ch-1")).POST(json("")));
            assertThat(recorded())
                    .containsExactly(refused("ApproveAdProgramme", "ch-1", ErrorCode.FORBIDDEN, "auditor"));
        }

        @Test
        void ofAQueryUnderItsRoute() {
            send(as(token("payments"), "/v1/channels/ch-1/estimate?days=7"));
            assertThat(recorded())
                    .containsExactly(
                            refused("GET /v1/channels/{channelId}/estimate", "ch-1", ErrorCode.FORBIDDEN, "payments"));
        }

        @Test
        void withoutASubjectWhereItIsNoId() {
            send(as(token("payments"), "/v1/channels/" + "x".repeat(65) + "/estimate"));
            assertThat(recorded()).singleElement().satisfies(refused -> assertThat(refused.subject())
                    .isNull());
        }
    }

    @Nested
    class IsNotRecorded {

        @Test
        void whereNothingIsThere() {
            assertThat(send(as(token("operator"), APPROVE.formatted("none")).POST(json("")))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(as(token("operator"), "/v1/nothing")).statusCode()).isEqualTo(404);
            assertThat(recorded()).isEmpty();
        }

        @Test
        void whereTheRequestIsMalformed() {
            assertThat(send(as(token("operator"), APPROVE.formatted("no%20id")).POST(json("")))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(recorded()).isEmpty();
        }

        @Test
        void whereNobodyIsKnown() {
            assertThat(send(as("x", APPROVE.formatted("ch-1")).POST(json(""))).statusCode())
                    .isEqualTo(401);
            assertThat(recorded()).isEmpty();
        }

        @Test
        void whereTheBodyIsTooLargeOrOfAnotherType() {
            HttpRequest.Builder large = as(token("operator"), "/v1/channels/ch-1")
                    .header("Content-Type", "application/json")
                    .PUT(json("a".repeat(1_048_577)));
            assertThat(send(large).statusCode()).isEqualTo(413);
            HttpRequest.Builder xml = as(token("operator"), "/v1/channels/ch-1")
                    .header("Content-Type", "application/xml")
                    .PUT(json("<a/>"));
            assertThat(send(xml).statusCode()).isEqualTo(415);
            assertThat(recorded()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "unfit"})
    void isNotToldIfItCannotBeRecorded(String channel) {
        TestService.RECORDS.set(false);
        HttpResponse<String> answer =
                send(as(token("operator"), APPROVE.formatted(channel)).POST(json("")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(read(answer).path("code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(answer.body()).doesNotContain("away");
    }

    @Test
    void isNotToldByTheSecurityChainEitherIfItCannotBeRecorded() {
        TestService.RECORDS.set(false);
        assertThat(send(as(token("auditor"), APPROVE.formatted("ch-1")).POST(json("")))
                        .statusCode())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"none, NOT_FOUND", "taken, WRONG_PROGRAMME_STATE"})
    void isCountedByItsCode(String channel, String code) {
        double before = meters.counter("ledger.http.problems", "code", code).count();
        send(as(token("operator"), APPROVE.formatted(channel)).POST(json("")));
        assertThat(meters.counter("ledger.http.problems", "code", code).count()).isEqualTo(before + 1);
    }
}
