package dev.creatorledger.standalone.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service with one token. */
final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final String token;

    Api(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer: its status, its body as JSON, and the position it was given at. */
    record Answer(int status, JsonNode body, String text, String position) {

        /** The stable code of a problem. */
        String code() {
            return body.path("code").asString("");
        }

        /** The position of a command's last event. */
        String stored() {
            return body.path("position").asString("");
        }

        /** A field by JSON pointer, as text; empty if it is not there. */
        String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null, "application/json");
    }

    Answer put(String path, String body) {
        return send("PUT", path, body, null, "application/json");
    }

    Answer put(String path, String body, String reason) {
        return send("PUT", path, body, reason, "application/json");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, null, "application/json");
    }

    Answer post(String path, String body, String reason) {
        return send("POST", path, body, reason, "application/json");
    }

    Answer postLines(String path, String body) {
        return send("POST", path, body, null, "application/x-ndjson");
    }

    Answer send(String method, String path, @Nullable String body, @Nullable String reason, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", contentType);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (reason != null) {
            request.header(
                    "X-Reason",
                    URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    json(response),
                    response.body(),
                    response.headers().firstValue("X-Ledger-Position").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json")
                        && !type.contains("ndjson")
                        && !response.body().isEmpty()
                ? JSON.readTree(response.body())
                : JSON.missingNode();
    }
}
