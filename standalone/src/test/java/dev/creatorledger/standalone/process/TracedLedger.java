package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.MapPropertySource;

/** The whole service in the test's own process, with every trace recorded and kept in memory. */
public final class TracedLedger implements AutoCloseable {

    private static final long FLUSHED_SECONDS = 10;

    private final LedgerProcess process;
    private final EmbeddedIssuer issuer;
    private final InMemorySpanExporter spans;

    private TracedLedger(LedgerProcess process, EmbeddedIssuer issuer, InMemorySpanExporter spans) {
        this.process = process;
        this.issuer = issuer;
        this.spans = spans;
    }

    /** Starts on a data folder. */
    public static TracedLedger start(Path data) throws IOException {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        LedgerProcess process = LedgerProcess.start(new ProcessOptions(ProcessOptions.LOOPBACK, 0, data), context -> {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("traced", Map.of("ledger.tracing.sampling", "1")));
            context.registerBean(SpanExporter.class, () -> spans);
        });
        return new TracedLedger(process, EmbeddedIssuer.of(data), spans);
    }

    /** Where it answers. */
    public URI address() {
        return process.address();
    }

    /** A token for a role. */
    public String token(String role) {
        return issuer.token(Grant.of(role));
    }

    /** All spans of a trace that have ended by now. */
    public List<SpanData> spansOf(String traceId) {
        process.application().getBean(SdkTracerProvider.class).forceFlush().join(FLUSHED_SECONDS, TimeUnit.SECONDS);
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }

    @Override
    public void close() {
        process.close();
    }
}
