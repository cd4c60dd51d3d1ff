package dev.creatorledger.platform.metrics;

import dev.creatorledger.platform.store.StoredEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far the event processors of this node are behind the store, in events and in time. */
public final class ProcessorGauges {

    private final Collection<? extends StreamingEventProcessor> processors;
    private final StoredEvents events;
    private final Clock clock;

    private ProcessorGauges(
            Collection<? extends StreamingEventProcessor> processors, StoredEvents events, Clock clock) {
        this.processors = processors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How far a processor is behind.
     *
     * @param events how many stored events it has not seen; NaN where this node works on no part of it
     * @param seconds how long ago the first of them was recorded
     */
    private record Lag(double events, double seconds) {
        static final Lag UNKNOWN = new Lag(Double.NaN, Double.NaN);
        static final Lag NONE = new Lag(0, 0);
    }

    /** The gauges of some processors, whose figures come with the sample. */
    public static Sample<?> of(
            Collection<? extends StreamingEventProcessor> processors,
            StoredEvents events,
            Clock clock,
            MeterRegistry registry) {
        ProcessorGauges gauges = new ProcessorGauges(processors, events, clock);
        Sample<Map<String, Lag>> sample = new Sample<>("the lag of event processors", gauges::lags);
        for (StreamingEventProcessor processor : processors) {
            String group = processor.getName();
            Meters.counter(Metric.PROCESSOR_FAILURES, group);
            Meters.gauge(
                    registry, Metric.PROCESSOR_SEGMENTS, () -> status(processor).size(), group);
            Meters.gauge(registry, Metric.PROCESSOR_FAILING, () -> isFailing(processor) ? 1 : 0, group);
            Meters.gauge(
                    registry,
                    Metric.PROCESSOR_LAG_EVENTS,
                    () -> sample.figure(all -> lag(all, group).events()),
                    group);
            Meters.gauge(
                    registry,
                    Metric.PROCESSOR_LAG,
                    () -> sample.figure(all -> lag(all, group).seconds()),
                    group);
        }
        return sample;
    }

    private static Lag lag(Map<String, Lag> lags, String group) {
        return lags.getOrDefault(group, Lag.UNKNOWN);
    }

    private static Collection<EventTrackerStatus> status(StreamingEventProcessor processor) {
        return processor.processingStatus().values();
    }

    private static boolean isFailing(StreamingEventProcessor processor) {
        return processor.isError() || status(processor).stream().anyMatch(EventTrackerStatus::isErrorState);
    }

    private Map<String, Lag> lags() {
        // Asked first: what is stored meanwhile is not behind.
        long head = events.head();
        Map<String, Lag> lags = new LinkedHashMap<>();
        processors.forEach(processor -> lags.put(processor.getName(), lag(processor, head)));
        return lags;
    }

    private Lag lag(StreamingEventProcessor processor, long head) {
        Collection<EventTrackerStatus> segments = status(processor);
        if (segments.isEmpty()) {
            return Lag.UNKNOWN;
        }
        long position = segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        return position >= head
                ? Lag.NONE
                : new Lag((double) head - position, Unseen.secondsSince(events, position, clock));
    }
}
