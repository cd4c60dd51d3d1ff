package dev.creatorledger.command;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands to a {@link CommandService}, as a caller would. */
@SpringBootTest(classes = CommandService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HttpTestBase {

    static final String REASON = "as agreed";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    @Autowired
    private EmbeddedIssuer issuer;

    @Autowired
    EventsInMemory events;

    @Autowired
    private Clock clock;

    /** The service's day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** An answer: its status and its body. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        List<String> violatedFields() {
            return StreamSupport.stream(body.path("violations").spliterator(), false)
                    .map(violation -> violation.path("field").asString(""))
                    .toList();
        }

        long position() {
            return Long.parseLong(body.path("position").asString());
        }
    }

    Answer put(String path, String body) {
        return send(request(path, "admin").PUT(BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) {
        return send(request(path, "admin").POST(BodyPublishers.ofString(body)));
    }

    Answer decide(String method, String path, String body) {
        return decideAs("operator", method, path, body);
    }

    Answer decideAs(String role, String method, String path, String body) {
        return send(request(path, role)
                .header("X-Reason", REASON.replace(" ", "%20"))
                .method(method, BodyPublishers.ofString(body)));
    }

    Answer postAsCreatorOf(String channel, String path) {
        return send(bare(path, issuer.token(Grant.of("creator", channel))).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String role) {
        return bare(path, issuer.token(Grant.of(role))).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder bare(String path, String token) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", "test-1");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers a channel. */
    void channel(String id) {
        put("/v1/channels/" + id, ChannelRoutesTest.COOKING);
    }

    /** Registers a video that its channel made itself. */
    void original(String id, String channel) {
        put("/v1/videos/" + id, "{\"channelId\":\"%s\",\"kind\":\"ORIGINAL\"}".formatted(channel));
    }
}
