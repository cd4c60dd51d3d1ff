package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.benchmarks.system.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a service by its contract, with the token of an administrator. It repeats nothing: what is not done is an
 * error of the run. For many threads.
 */
final class ServiceClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration SEEN_WITHIN = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String token;

    ServiceClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Reads something. */
    JsonNode get(String path) {
        HttpResponse<byte[]> response = send(request(path).GET().build());
        return done(path, response);
    }

    /** Puts a document. */
    JsonNode put(String path, Object body) {
        return done(path, send(request(path).PUT(document(body)).build()));
    }

    /** Deletes something. */
    JsonNode delete(String path) {
        return done(path, send(request(path).DELETE().build()));
    }

    /** Sends a command, once. */
    JsonNode post(String path, Object body) {
        HttpRequest.Builder request = request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(document(body));
        return done(path, send(request.build()));
    }

    /** The position that a command was stored at. */
    static long position(JsonNode answer) {
        return Long.parseLong(answer.path("position").asString());
    }

    /** Reads a list from its beginning to its end, once its view has seen a position. */
    void list(String path, long atLeast, Consumer<JsonNode> item) {
        String pages = path + (path.contains("?") ? "&" : "?") + "limit=500";
        JsonNode page = seen(pages, atLeast);
        while (true) {
            page.path("items").forEach(item);
            String next = page.path("next").asString("");
            if (next.isEmpty()) {
                return;
            }
            page = get(pages + "&cursor=" + next);
        }
    }

    /** Reads something once its view has seen a position. */
    JsonNode seen(String path, long position) {
        String asked = path + (path.contains("?") ? "&" : "?") + "atLeast=" + position;
        long giveUpAt = System.nanoTime() + SEEN_WITHIN.toNanos();
        while (System.nanoTime() < giveUpAt) {
            HttpResponse<byte[]> response = send(request(asked).GET().build());
            if (response.statusCode() != 503) {
                return done(asked, response);
            }
        }
        throw new BenchmarkException("the views do not catch up");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Reason", "benchmark");
    }

    private static BodyPublisher document(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new BenchmarkException(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private static JsonNode done(String path, HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new BenchmarkException(path + " was answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }
}
