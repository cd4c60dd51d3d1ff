package dev.creatorledger.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * A trace that is recorded, handed from the thread where it came up to the one that goes on with it; or none, and then
 * nothing here costs anything. Not for two threads at the same time.
 */
public final class Trace {

    /** No trace. */
    public static final Trace NONE = new Trace(TracerProvider.noop().get("off"), Context.root(), false);

    private final Tracer tracer;
    private final Context context;
    private final boolean recorded;

    private Trace(Tracer tracer, Context context, boolean recorded) {
        this.tracer = tracer;
        this.context = context;
        this.recorded = recorded;
    }

    static Trace current(Tracer tracer) {
        Context context = Context.current();
        return Span.fromContext(context).getSpanContext().isSampled() ? new Trace(tracer, context, true) : NONE;
    }

    /** Whether there is one. */
    public boolean isRecorded() {
        return recorded;
    }

    /** A part of it that begins now, to be ended by {@link #end()}. */
    public Trace begin(String name) {
        if (!recorded) {
            return this;
        }
        Span span = tracer.spanBuilder(name).setParent(context).startSpan();
        return new Trace(tracer, context.with(span), true);
    }

    /** Ends the part that this is. */
    public void end() {
        if (recorded) {
            Span.fromContext(context).end();
        }
    }

    /** Ends the part that this is, as one that failed. */
    public void fail(Throwable failure) {
        if (recorded) {
            Span.fromContext(context).recordException(failure);
            end();
        }
    }

    /** Does something within it, on this thread. */
    public <R, X extends Exception> R within(Work<R, X> work) throws X {
        if (!recorded) {
            return work.done();
        }
        Scope scope = context.makeCurrent();
        try {
            return work.done();
        } finally {
            scope.close();
        }
    }

    /**
     * What is done within a trace.
     *
     * @param <R> what it comes to
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Work<R, X extends Exception> {

        /** Does it. */
        R done() throws X;
    }
}
