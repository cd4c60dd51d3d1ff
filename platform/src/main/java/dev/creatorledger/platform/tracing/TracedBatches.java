package dev.creatorledger.platform.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.jspecify.annotations.Nullable;

/**
 * Spans of those who follow the stream: one for each trace that has an event in a batch, and none of a batch that no
 * trace led to. A batch folds thousands of events in one go, so there is none for a single event.
 */
final class TracedBatches implements EventProcessorSpanFactory {

    /** So many traces of a batch are gone on with; a burst of more is not worth its spans. */
    private static final int TRACES = 32;

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;
    private final String who;

    TracedBatches(Tracer tracer, String who) {
        this.tracer = tracer;
        this.who = who;
    }

    @Override
    public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
        List<Context> traces = new ArrayList<>();
        for (EventMessage<?> event : events) {
            if (event.getMetaData().containsKey(TracedAppends.TRACEPARENT) && traces.size() < TRACES) {
                traces.add(W3C.extract(Context.root(), event.getMetaData(), Metadata.READ));
            }
        }
        return traces.isEmpty() ? NoOpSpanFactory.NoOpSpan.INSTANCE : new TimedSpans(tracer, "follow " + who, traces);
    }

    @Override
    public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
        return NoOpSpanFactory.NoOpSpan.INSTANCE;
    }

    /** How the propagator reads metadata. */
    private enum Metadata implements TextMapGetter<Map<String, ?>> {
        READ;

        @Override
        public Iterable<String> keys(Map<String, ?> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, ?> carrier, String key) {
            return carrier != null && carrier.get(key) instanceof String value ? value : null;
        }
    }
}
