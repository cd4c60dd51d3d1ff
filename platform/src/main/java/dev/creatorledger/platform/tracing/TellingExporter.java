package dev.creatorledger.platform.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that nobody takes the spans, and once that they are taken again. The exporter itself would repeat it as an
 * error, and a ledger without its traces is as healthy as with them.
 */
final class TellingExporter implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(TellingExporter.class);

    private final SpanExporter exporter;
    private final String place;
    private final AtomicBoolean failing = new AtomicBoolean();

    TellingExporter(SpanExporter exporter, String place) {
        this.exporter = exporter;
        this.place = place;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> tell(result.isSuccess()));
        return result;
    }

    private void tell(boolean taken) {
        if (failing.compareAndSet(taken, !taken)) {
            if (taken) {
                LOG.info("{} takes spans again", place);
            } else {
                LOG.warn("{} does not take spans: they are thrown away until it does", place);
            }
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
