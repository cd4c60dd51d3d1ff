package dev.creatorledger.standalone.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a running service by its contract. A request that finds the service busy (429), not ready (503)
 * or gone is tried again with growing pauses, for as long as the patience lasts: every request here can be
 * repeated without counting twice. For many threads.
 */
public final class LedgerClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final String token;
    private final Patience patience;
    /** Makes the keys of this run differ from another's: a refusal of last week is not given again. */
    private final String run = UUID.randomUUID().toString();

    /** A client of the service at an address, with a bearer token. */
    public LedgerClient(URI address, String token, Patience patience) {
        String text = address.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.token = token;
        this.patience = patience;
    }

    /** GET, as JSON. */
    public Answer get(String path) {
        return send("GET", path, request(path).GET());
    }

    /** PUT of a JSON document. */
    public Answer put(String path, Object body) {
        return send("PUT", path, json(path).PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** POST of a JSON document, with a reason if it takes a decision, under a key that each try repeats. */
    public Answer post(String path, Object body, @Nullable String reason) {
        String document = JSON.writeValueAsString(body);
        HttpRequest.Builder request = json(path)
                .header("Idempotency-Key", key("POST " + path + ' ' + document))
                .POST(BodyPublishers.ofString(document));
        if (reason != null) {
            request.header("X-Reason", encoded(reason));
        }
        return send("POST", path, request);
    }

    /** POST of a batch of impressions; under a backfill if one is given. It takes no key: see A7. */
    public Answer batch(byte[] document, @Nullable String backfill) {
        String path = backfill == null ? "/v1/impressions:batch" : "/v1/impressions:batch?backfill=" + backfill;
        return send("POST", path, json(path).POST(BodyPublishers.ofByteArray(document)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    /** What one try came to: an answer, or why it has to be tried again and the pause that was asked for. */
    private record Attempt(@Nullable Answer answer, String trouble, Duration asked) {}

    private Answer send(String method, String path, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String name = method + " " + path;
        long giveUpAt = System.nanoTime() + patience.inAll().toNanos();
        for (int number = 1; ; number++) {
            Attempt attempt = attempt(request, name);
            if (attempt.answer() != null) {
                return attempt.answer();
            }
            Duration pause = patience.pause(number, attempt.asked());
            if (System.nanoTime() + pause.toNanos() > giveUpAt) {
                throw new LoadException("%s at %s: given up after %d tries: %s. Run the same command again: %s"
                        .formatted(name, base, number, attempt.trouble(), "nothing counts twice."));
            }
            Patience.rest(pause);
        }
    }

    private Attempt attempt(HttpRequest request, String name) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            Answer answer = new Answer(name, response.statusCode(), response.body());
            return shouldBeTriedAgain(answer)
                    ? new Attempt(null, "answered " + answer.status() + " " + answer.code(), retryAfter(response))
                    : new Attempt(answer, "", Duration.ZERO);
        } catch (IOException gone) {
            String words = gone.getMessage() == null ? gone.getClass().getSimpleName() : gone.getMessage();
            return new Attempt(null, words, Duration.ZERO);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", interrupted);
        }
    }

    private static boolean shouldBeTriedAgain(Answer answer) {
        boolean running = answer.status() == 409 && answer.code().equals("IDEMPOTENCY_IN_PROGRESS");
        return running || TRY_AGAIN.contains(answer.status());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        try {
            return Duration.ofSeconds(
                    response.headers().firstValueAsLong("Retry-After").orElse(0));
        } catch (NumberFormatException aDate) {
            return Duration.ZERO;
        }
    }

    private String key(String request) {
        byte[] hash = Recipe.sha256().digest((run + ' ' + request).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    /** Percent-encoded UTF-8, as the header X-Reason carries it. */
    static String encoded(String reason) {
        return URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
