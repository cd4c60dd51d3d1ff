package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The line of the log that a command leaves")
@ExtendWith(OutputCaptureExtension.class)
class CommandLogTest extends HttpTestBase {

    private final String correlationId = UUID.randomUUID().toString();

    /** The lines under this test's correlation id, once there is one: it is written after the answer. */
    private List<JsonNode> lines(CapturedOutput output) {
        return await().until(() -> found(output), lines -> !lines.isEmpty());
    }

    private List<JsonNode> found(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.at("/mdc/correlationId").asString("").equals(correlationId))
                .toList();
    }

    private static String message(JsonNode line) {
        return line.path("level").asString() + " "
                + line.path("formattedMessage").asString();
    }

    private HttpRequest.Builder by(String role, String path) {
        return anonymous(path)
                .header("Authorization", "Bearer " + token(role))
                .header("X-Correlation-Id", correlationId)
                .header("X-Reason", "Shirin%20asked");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, ch-1,  ApproveAdProgramme ch-1: 200",
        "operator, taken, ApproveAdProgramme taken: 409 WRONG_PROGRAMME_STATE",
        "auditor,  ch-1,  ApproveAdProgramme ch-1: 403 FORBIDDEN",
        "operator, none,  ApproveAdProgramme none: 404 NOT_FOUND",
    })
    void isOne_withItsNameSubjectStatusAndCode(String role, String channel, String line, CapturedOutput output) {
        send(by(role, "/v1/channels/" + channel + "/ad-programme:approve").POST(json("")));
        assertThat(lines(output)).singleElement().satisfies(written -> {
            assertThat(message(written)).isEqualTo("INFO " + line);
            assertThat(written.path("kvpList").findValuesAsString("command")).containsExactly("ApproveAdProgramme");
            assertThat(written.path("kvpList").findValuesAsString("subject")).containsExactly(channel);
        });
    }

    @Test
    void saysNothingOfBodyAndReason(CapturedOutput output) {
        send(by("operator", "/v1/channels/ch-1")
                .header("Content-Type", "application/json")
                .PUT(json("{\"title\":\"Shirin\",\"price\":{\"amount\":\"1\",\"currency\":\"IRR\"}}")));
        assertThat(lines(output)).extracting(CommandLogTest::message).containsExactly("INFO RegisterChannel ch-1: 200");
        assertThat(output.getOut()).doesNotContain("Shirin");
    }

    @Test
    void isNotLeftByAQuery(CapturedOutput output) {
        send(by("auditor", "/v1/channels/ch-1/estimate"));
        send(by("operator", "/v1/channels/ch-1/ad-programme:apply").POST(json("")));
        assertThat(lines(output))
                .extracting(CommandLogTest::message)
                .containsExactly("INFO ApplyToAdProgramme ch-1: 200");
    }
}
