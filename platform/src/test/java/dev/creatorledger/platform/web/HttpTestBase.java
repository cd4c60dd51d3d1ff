package dev.creatorledger.platform.web;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a {@link TestService} on a real container, as a caller would. */
@SpringBootTest(classes = TestService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HttpTestBase {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    @Autowired
    private EmbeddedIssuer issuer;

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    String token(String role) {
        return issuer.token(Grant.of(role));
    }

    String creatorOf(String channel) {
        return issuer.token(Grant.of("creator", channel));
    }

    /** A request of the admin's. */
    HttpRequest.Builder to(String path) {
        return anonymous(path).header("Authorization", "Bearer " + token("admin"));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    static BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    HttpRequest.Builder put(String path, String body) {
        return to(path).header("Content-Type", "application/json").PUT(json(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
