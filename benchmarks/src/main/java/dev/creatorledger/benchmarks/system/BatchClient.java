package dev.creatorledger.benchmarks.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends batches and reads of an answer only what the figures need, because the sender shares its cores with the
 * service. It repeats nothing: a request that is refused is an error of the run.
 */
final class BatchClient {

    private static final Pattern POSITION = Pattern.compile("\"position\"\\s*:\\s*\"(\\d+)\"");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String token;

    BatchClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Sends a batch and waits; gives the position it was stored at. */
    long send(byte[] body) {
        try {
            return position(http.send(batch(body), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new BenchmarkException("a batch was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    /** Sends a batch without waiting. */
    CompletableFuture<Long> sendAsync(byte[] body) {
        return http.sendAsync(batch(body), BodyHandlers.ofByteArray()).thenApply(BatchClient::position);
    }

    /** Waits until the view of a channel's earnings has seen a position. */
    void awaitView(String channelId, long position) {
        URI query = address.resolve(
                "/v1/channels/%s/earnings?from=%s&to=%s&by=day&atLeast=%d".formatted(channelId, DAY, DAY, position));
        HttpRequest request = authorized(query).GET().build();
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (System.nanoTime() < giveUpAt) {
            int status = statusOf(request);
            if (status == 200) {
                return;
            }
            if (status != 503) {
                throw new BenchmarkException(query + " was answered " + status);
            }
        }
        throw new BenchmarkException("the views do not catch up");
    }

    // Any day will do: the wait is for the view, not for what stands in it.
    private static final String DAY = "2026-01-01";

    private int statusOf(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new BenchmarkException("a query was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private HttpRequest batch(byte[] body) {
        return authorized(address.resolve("/v1/impressions:batch"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN).header("Authorization", "Bearer " + token);
    }

    private static long position(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new BenchmarkException("a batch was answered " + response.statusCode() + ": " + text(response, 500));
        }
        Matcher found = POSITION.matcher(text(response, 200));
        if (!found.find() && !found.reset(text(response, Integer.MAX_VALUE)).find()) {
            throw new BenchmarkException("an answer names no position");
        }
        return Long.parseLong(found.group(1));
    }

    private static String text(HttpResponse<byte[]> response, int atMost) {
        byte[] body = response.body();
        return new String(body, 0, Math.min(body.length, atMost), StandardCharsets.UTF_8);
    }
}
