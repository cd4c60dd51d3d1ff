package dev.creatorledger.standalone.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of the service as a client of the contract sees, with the weather it has to live through. */
final class FakeLedger implements AutoCloseable {

    /** What happens to a request. */
    enum Weather {
        FAIR,
        BUSY,
        NOT_READY,
        GONE_BEFORE,
        GONE_AFTER
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    final List<String> requests = new CopyOnWriteArrayList<>();
    final Map<String, String> booked = new ConcurrentHashMap<>();
    final Set<String> keys = ConcurrentHashMap.newKeySet();
    final Map<String, String> reasons = new ConcurrentHashMap<>();

    private final AtomicInteger number = new AtomicInteger();
    private final HttpServer server;
    private final Weather[] weather;
    private volatile int lost;
    private volatile boolean closed;

    /** With a weather per request; after the last one it begins anew. */
    FakeLedger(Weather... weather) {
        this.weather = weather;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newFixedThreadPool(8, task -> {
            Thread thread = new Thread(task, "fake-ledger");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** Where it is. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client that does not wait long. */
    LedgerClient client(Patience patience) {
        return new LedgerClient(address(), "t0ken", patience);
    }

    /** Leaves so many impressions of every batch out of its answer. */
    void loses(int impressions) {
        lost = impressions;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (weather[number.getAndIncrement() % weather.length]) {
                case FAIR -> send(exchange, 200, answer(exchange, body));
                case BUSY -> refuse(exchange, 429, "TOO_MANY_REQUESTS");
                case NOT_READY -> refuse(exchange, 503, "UNAVAILABLE");
                case GONE_BEFORE -> {}
                case GONE_AFTER -> answer(exchange, body);
            }
        }
    }

    private String answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().toString();
        requests.add(exchange.getRequestMethod() + " " + path);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null) {
            keys.add(key);
        }
        String reason = exchange.getRequestHeaders().getFirst("X-Reason");
        if (reason != null) {
            reasons.put(path, reason);
        }
        if (path.startsWith("/v1/impressions:batch")) {
            return book(body);
        }
        if (path.startsWith("/v1/backfills/")) {
            closed |= path.endsWith(":close");
            return "{\"id\":\"b\",\"position\":\"7\",\"state\":\"%s\"}".formatted(closed ? "CLOSED" : "OPEN");
        }
        return "{\"id\":\"x\",\"version\":1,\"position\":\"7\",\"available\":{\"amount\":\"0\",\"currency\":\"IRR\"}}";
    }

    private String book(byte[] body) {
        Map<String, Integer> counts = new TreeMap<>();
        int left = lost;
        for (JsonNode item : JSON.readTree(body).path("impressions")) {
            if (left-- > 0) {
                continue;
            }
            String outcome = item.path("watchedMillis").asInt() < 4_000 ? "not_qualified" : "qualified";
            boolean known = booked.putIfAbsent(item.path("impressionId").asString(), item.toString()) != null;
            counts.merge(known ? "duplicate" : outcome, 1, Integer::sum);
        }
        return "{\"position\":\"9\",\"counts\":" + JSON.writeValueAsString(counts) + ",\"outcomes\":[{\"index\":0}]}";
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, status, "{\"code\":\"" + code + "\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
