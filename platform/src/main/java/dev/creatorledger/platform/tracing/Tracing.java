package dev.creatorledger.platform.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.DefaultEventProcessorSpanFactory;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;

/**
 * What Axon's parts are told to make spans with: commands by Axon's own module, appends and folded batches by ours, for
 * its ones make a span for each event, and an impression is an event.
 */
public final class Tracing {

    private final Tracer tracer;
    private final boolean on;

    private Tracing(Tracer tracer, boolean on) {
        this.tracer = tracer;
        this.on = on;
    }

    /** No traces, at no cost. */
    public static Tracing off() {
        return new Tracing(TracerProvider.noop().get("off"), false);
    }

    /** Traces that this tracer makes. */
    public static Tracing with(Tracer tracer) {
        return new Tracing(tracer, true);
    }

    /** Spans of commands: of their sending and of their handling. */
    public CommandBusSpanFactory commands() {
        return DefaultCommandBusSpanFactory.builder().spanFactory(axons()).build();
    }

    private SpanFactory axons() {
        return on
                ? OpenTelemetrySpanFactory.builder()
                        .tracer(tracer)
                        .contextPropagators(W3CTraceContextPropagator.getInstance())
                        .build()
                : NoOpSpanFactory.INSTANCE;
    }

    /** A span of each append, and the trace in the metadata of its first event. */
    public EventBusSpanFactory appends() {
        return on
                ? new TracedAppends(tracer)
                : DefaultEventBusSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build();
    }

    /**
     * A span of each batch of events that those who follow the stream take in, in the trace that the events came from.
     *
     * @param who who follows, such as the name of a group of views
     */
    public EventProcessorSpanFactory followers(String who) {
        return on
                ? new TracedBatches(tracer, who)
                : DefaultEventProcessorSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build();
    }

    /** The trace of the running thread, to be gone on with on another one. */
    public Trace current() {
        return on ? Trace.current(tracer) : Trace.NONE;
    }
}
