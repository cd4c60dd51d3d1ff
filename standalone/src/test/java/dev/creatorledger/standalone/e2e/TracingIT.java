package dev.creatorledger.standalone.e2e;

import static dev.creatorledger.standalone.e2e.Stage.impression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.creatorledger.platform.web.CommandLog;
import dev.creatorledger.standalone.process.TracedLedger;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** One trace from a request over its command and its events to the views, and what it costs. */
class TracingIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    private static final String FOLDED = "follow ad-programme-views";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static TracedLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        ledger = TracedLedger.start(data);
        stage = new Stage(role -> new Api(ledger.address(), ledger.token(role)), Instant.now());
        stage.enrolled("ch", 5_000);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** Sends something as a part of a trace that the caller has begun. */
    private static HttpResponse<String> within(String trace, String method, String path, String role, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.address().resolve(path))
                .header("Authorization", "Bearer " + ledger.token(role))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", trace)
                .header("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01")
                .header("tracestate", "vendor=anything")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static List<SpanData> followed(String trace) {
        await().atMost(PATIENCE).until(() -> ledger.spansOf(trace).stream()
                .map(SpanData::getName)
                .toList()
                .containsAll(List.of(FOLDED, "append events")));
        return ledger.spansOf(trace);
    }

    private static SpanData named(List<SpanData> spans, String name) {
        List<SpanData> found =
                spans.stream().filter(span -> span.getName().startsWith(name)).toList();
        assertThat(found).as(name + " among " + spans).hasSize(1);
        return found.get(0);
    }

    private static List<JsonNode> tracedEvents(String trace) {
        return Stream.of("/v1/audit/events?limit=500", "/v1/audit/events?type=ImpressionQualified&limit=500")
                .flatMap(path -> stage.settled(path).body().path("items").valueStream())
                .filter(event ->
                        event.path("metadata").path("traceparent").asString("").contains(trace))
                .collect(
                        Collectors.toMap(event -> event.path("eventId").asString(), event -> event, (one, same) -> one))
                .values()
                .stream()
                .toList();
    }

    @Test
    void leadsFromACallerOverTheCommandAndItsEventsToTheViews() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        assertThat(within(trace, "PUT", "/v1/channels/traced", "operator", Stage.channelBody("Traced"))
                        .statusCode())
                .isEqualTo(201);
        List<SpanData> spans = followed(trace);
        SpanData http = spans.stream()
                .filter(span -> span.getKind() == SpanKind.SERVER)
                .filter(span -> span.getParentSpanId().equals(CALLERS_SPAN))
                .findFirst()
                .orElseThrow();
        SpanData sent = named(spans, "CommandBus.dispatchCommand");
        SpanData handled = named(spans, "CommandBus.handleCommand");
        assertThat(sent.getName()).contains("RegisterChannel");
        assertThat(sent.getParentSpanId()).isEqualTo(http.getSpanId());
        assertThat(handled.getParentSpanId()).isEqualTo(sent.getSpanId());
        assertThat(named(spans, "append events").getParentSpanId()).isEqualTo(handled.getSpanId());
        assertThat(named(spans, FOLDED).getParentSpanId()).isEqualTo(handled.getSpanId());
        assertThat(http.getResource().getAttributes().asMap()).containsValue("creator-ledger");
        assertThat(spans.toString()).doesNotContain("Sara Ahmadi");
        assertThat(tracedEvents(trace)).hasSize(1).allSatisfy(event -> {
            assertThat(event.path("metadata").path("traceparent").asString())
                    .isEqualTo("00-" + trace + "-" + handled.getSpanId() + "-01");
            assertThat(event.path("metadata").has("tracestate")).isFalse();
        });
    }

    @Test
    void hasNoSpanAndNoMetadataForASingleImpressionOfABatch() throws Exception {
        String trace = "5bf92f3577b34da6a3ce929d0e0e4737";
        String batch = Stage.batch(IntStream.range(0, 300)
                .mapToObj(i -> impression("t-" + i, "ch-v", stage.hour(i % 3), 4_000, "1000"))
                .toArray(String[]::new));
        HttpResponse<String> booked = within(trace, "POST", "/v1/impressions:batch", "ingest", batch);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(200);
        List<SpanData> spans = followed(trace);
        SpanData book = named(spans, "book batch");
        assertThat(spans).filteredOn(span -> span.getName().equals(FOLDED)).allMatch(span -> span.getParentSpanId()
                .equals(book.getSpanId()));
        assertThat(spans.size()).as(spans.toString()).isLessThan(30);
        // The windows are opened in a commit of their own.
        assertThat(tracedEvents(trace)).hasSizeBetween(1, 2);
    }

    @Test
    void isNamedInTheLogAndByExemplarsOfHistograms() throws Exception {
        String trace = "6bf92f3577b34da6a3ce929d0e0e4738";
        Logger log = (Logger) LoggerFactory.getLogger(CommandLog.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        log.addAppender(lines);
        try {
            String one = Stage.batch(impression("e-1", "ch-v", stage.hour(1), 4_000, "1000"));
            assertThat(within(trace, "POST", "/v1/impressions:batch", "ingest", one)
                            .statusCode())
                    .isEqualTo(200);
            // The answer may be read before its line is written.
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines.list)
                    .anySatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", trace)));
        } finally {
            log.detachAppender(lines);
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> told = openMetrics();
            for (String histogram : List.of("ledger_booking_batch", "ledger_store_commit", "http_server_requests")) {
                assertThat(told)
                        .anyMatch(
                                line -> line.startsWith(histogram + "_seconds_bucket") && line.contains("# {span_id="));
            }
            assertThat(told).anyMatch(line -> line.contains("trace_id=\"" + trace + "\""));
        });
    }

    private static List<String> openMetrics() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(ledger.address().resolve("/actuator/prometheus"))
                .header("Authorization", "Bearer " + ledger.token("admin"))
                .header("Accept", "application/openmetrics-text; version=1.0.0")
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body().lines().toList();
    }
}
