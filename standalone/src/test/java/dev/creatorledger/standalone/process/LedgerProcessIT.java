package dev.creatorledger.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.creatorledger.platform.security.OwnGuard;
import dev.creatorledger.platform.security.RouteCheck;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

class LedgerProcessIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private ProcessOptions anyPort() {
        return new ProcessOptions(ProcessOptions.LOOPBACK, 0, data);
    }

    private static HttpResponse<String> get(LedgerProcess process, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(process.address().resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private String token(String role) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(data.resolve("tokens.json")))
                .path(role)
                .asString();
    }

    @Test
    void startsAnswersStopsAndStartsAgain() throws Exception {
        String auditor;
        try (LedgerProcess first = LedgerProcess.start(anyPort())) {
            auditor = token("auditor");
            assertThat(get(first, "/actuator/health", "").body())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("components");
            assertThat(get(first, "/actuator/health", token("admin")).body()).contains("\"readiness\"", "\"clock\"");
            assertThat(get(first, "/v1/audit/events", "").statusCode()).isEqualTo(401);
            assertThat(get(first, "/v1/audit/events", token("ingest")).statusCode())
                    .isEqualTo(403);
            assertThat(get(first, "/v1/audit/events", auditor).statusCode()).isEqualTo(200);
            assertThatItsPartsFitTogether(first);
            assertThatItsFolderIsItsOwn();
        }
        try (LedgerProcess again = LedgerProcess.start(anyPort())) {
            assertThat(get(again, "/v1/audit/events", auditor).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void startsWithTheMasterKeyOfItsFolderAlone() throws Exception { // U7
        LedgerProcess.start(anyPort()).close();
        Path masterKey = data.resolve("keys/master.key");
        String made = Files.readString(masterKey);
        Files.writeString(masterKey, Base64.getEncoder().encodeToString(new byte[32]));
        assertThatItDoesNotStart("The master key does not open the keys that are stored");
        Files.writeString(masterKey, "nonsense");
        assertThatItDoesNotStart("must be the base64 of 32 bytes");
        Files.delete(masterKey);
        assertThatItDoesNotStart("master.key is missing");
        assertThat(masterKey).as("a new one would help nobody").doesNotExist();
        Files.writeString(masterKey, made);
        LedgerProcess.start(anyPort()).close();
    }

    private void assertThatItDoesNotStart(String why) {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> LedgerProcess.start(anyPort()))
                .withMessageContaining(why);
    }

    private static void assertThatItsPartsFitTogether(LedgerProcess process) {
        var controllers =
                process.application().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(RouteCheck.unguarded(
                        controllers,
                        List.copyOf(process.application()
                                .getBeansOfType(OwnGuard.class)
                                .values())))
                .isEmpty();
        assertThat(RouteCheck.unserved(controllers)).isEmpty();
        // Nobody asked for traces.
        assertThat(process.application().getBeanProvider(OpenTelemetry.class)).isEmpty();
        assertThat(GenericEventMessage.clock).isSameAs(process.application().getBean(Clock.class));
    }

    private void assertThatItsFolderIsItsOwn() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> LedgerProcess.start(anyPort()))
                .withMessageContaining(data.toString())
                .withMessageContaining("another ledger is running");
    }
}
