package dev.creatorledger.platform.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanScope;

/** One piece of work as Axon sees it, and a span of it in every trace that it belongs to. */
final class TimedSpans implements Span {

    private final Tracer tracer;
    private final String name;
    private final List<Context> parents;
    private final List<Context> begun = new ArrayList<>();

    /** Of at least one trace. */
    TimedSpans(Tracer tracer, String name, List<Context> parents) {
        this.tracer = tracer;
        this.name = name;
        this.parents = List.copyOf(parents);
    }

    @Override
    public Span start() {
        for (Context parent : parents) {
            begun.add(parent.with(tracer.spanBuilder(name).setParent(parent).startSpan()));
        }
        return this;
    }

    /** Lines of the log are told the first of the traces. */
    @Override
    @SuppressWarnings("MustBeClosedChecker") // Axon closes it
    public SpanScope makeCurrent() {
        if (begun.isEmpty()) {
            return () -> {};
        }
        Scope scope = begun.get(0).makeCurrent();
        return scope::close;
    }

    @Override
    public void end() {
        // What was rolled back was ended without having begun.
        begun.forEach(
                context -> io.opentelemetry.api.trace.Span.fromContext(context).end());
        begun.clear();
    }

    @Override
    public Span recordException(Throwable failure) {
        begun.forEach(
                context -> io.opentelemetry.api.trace.Span.fromContext(context).recordException(failure));
        return this;
    }
}
