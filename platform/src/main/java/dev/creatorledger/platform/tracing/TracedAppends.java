package dev.creatorledger.platform.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;

/**
 * Spans of appends, and the way of a trace to those who follow the stream: W3C's {@code traceparent} in the metadata of
 * the first event that a trace has in a commit, and only of traces that are recorded. One event says it for all, however
 * many impressions a batch has.
 */
final class TracedAppends implements EventBusSpanFactory {

    /** The metadata's key. */
    static final String TRACEPARENT = "traceparent";

    /** Stands among the traces that were told in a commit; no trace has such an id. */
    private static final String APPEND = "append";

    private static final String TOLD = TracedAppends.class.getName();
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    TracedAppends(Tracer tracer) {
        this.tracer = tracer;
    }

    /** None: an event is published in the span of its command. */
    @Override
    public Span createPublishEventSpan(EventMessage<?> event) {
        return NoOpSpanFactory.NoOpSpan.INSTANCE;
    }

    /**
     * In the trace in which the first of the events is published; where there is none, nothing. Units of work within
     * another one append with it.
     */
    @Override
    public Span createCommitEventsSpan() {
        Context context = Context.current();
        return isRecorded(context) && isFirst(APPEND)
                ? new TimedSpans(tracer, "append events", List.of(context))
                : NoOpSpanFactory.NoOpSpan.INSTANCE;
    }

    @Override
    public <T> EventMessage<T> propagateContext(EventMessage<T> event) {
        Context context = Context.current();
        if (!isRecorded(context) || !isFirst(traceOf(context))) {
            return event;
        }
        Map<String, String> told = new HashMap<>();
        W3C.inject(context, told, (carrier, key, value) -> {
            // Not what vendors add to it: it is of any length, and here to stay.
            if (carrier != null && key.equals(TRACEPARENT)) {
                carrier.put(key, value);
            }
        });
        return event.andMetaData(told);
    }

    private static boolean isFirst(String what) {
        if (!CurrentUnitOfWork.isStarted()) {
            return true;
        }
        Set<String> told = CurrentUnitOfWork.get().root().getOrComputeResource(TOLD, key -> new HashSet<>());
        return told.add(what);
    }

    private static boolean isRecorded(Context context) {
        return io.opentelemetry.api.trace.Span.fromContext(context)
                .getSpanContext()
                .isSampled();
    }

    private static String traceOf(Context context) {
        return io.opentelemetry.api.trace.Span.fromContext(context)
                .getSpanContext()
                .getTraceId();
    }
}
