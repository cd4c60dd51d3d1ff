package dev.creatorledger.platform.metrics;

import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/** Counts what an event processor could not take in, and has it stop and try again: nothing is skipped. */
public final class Failures implements ErrorHandler {

    @Override
    public void handleError(ErrorContext failure) throws Exception {
        Meters.counter(Metric.PROCESSOR_FAILURES, failure.eventProcessor()).increment();
        PropagatingErrorHandler.instance().handleError(failure);
    }
}
