package dev.creatorledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

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

@DisplayName("The line of the log that a command leaves")
@ExtendWith(OutputCaptureExtension.class)
class CommandLogTest extends HttpTestBase {

    private final String correlationId = UUID.randomUUID().toString();

    private List<String> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(correlationId))
                .toList();
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
        assertThat(lines(output)).singleElement().asString().contains(" INFO ", line + " [" + correlationId + "]");
    }

    @Test
    void saysNothingOfBodyAndReason(CapturedOutput output) {
        send(by("operator", "/v1/channels/ch-1")
                .header("Content-Type", "application/json")
                .PUT(json("{\"title\":\"Shirin\",\"price\":{\"amount\":\"1\",\"currency\":\"IRR\"}}")));
        assertThat(lines(output)).singleElement().asString().contains("RegisterChannel ch-1: 200");
        assertThat(output.getOut()).doesNotContain("Shirin");
    }

    @Test
    void isNotLeftByAQuery(CapturedOutput output) {
        send(by("auditor", "/v1/channels/ch-1/estimate"));
        assertThat(lines(output)).isEmpty();
    }
}
