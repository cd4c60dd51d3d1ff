package dev.creatorledger.platform.metrics;

import dev.creatorledger.platform.store.StoredEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What both sides tell of the event store and of the chain over it. */
@Configuration(proxyBeanMethods = false)
public class StoreMetricsConfiguration {

    private static final double MILLIS_OF_SECOND = 1_000;

    @Bean
    Sample<Long> storeSample(StoredEvents storedEvents, MeterRegistry registry) {
        Sample<Long> sample = new Sample<>("the newest position", storedEvents::head);
        Meters.gauge(registry, Metric.HEAD, () -> sample.figure(Long::doubleValue));
        // No figure: the store did not answer.
        Meters.gauge(registry, Metric.STORE_UP, () -> Double.isNaN(sample.figure(head -> head)) ? 0 : 1, "events");
        return sample;
    }

    /**
     * How far the chain is behind.
     *
     * @param events how many stored events it does not cover
     * @param seconds how long ago the first of them was recorded
     * @param broken 1 if it has stopped, else 0
     * @param checkpointAge how long ago the last checkpoint was signed, seconds
     * @param checkpointLag how long ago the first event was recorded that it does not cover, seconds
     */
    private record Chain(double events, double seconds, double broken, double checkpointAge, double checkpointLag) {

        static final Chain UNKNOWN = new Chain(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Bean
    Sample<?> chainSample(
            ObjectProvider<ChainFigures> chain, StoredEvents storedEvents, Clock clock, MeterRegistry registry) {
        Supplier<Chain> question = () -> {
            ChainFigures watch = chain.getIfAvailable();
            return watch == null ? Chain.UNKNOWN : figures(watch, storedEvents, clock);
        };
        Sample<Chain> sample = new Sample<>("the chain", question);
        Meters.gauge(registry, Metric.CHAIN_LAG_EVENTS, () -> sample.figure(Chain::events));
        Meters.gauge(registry, Metric.CHAIN_LAG, () -> sample.figure(Chain::seconds));
        Meters.gauge(registry, Metric.CHAIN_BROKEN, () -> sample.figure(Chain::broken));
        Meters.gauge(registry, Metric.CHECKPOINT_AGE, () -> sample.figure(Chain::checkpointAge));
        Meters.gauge(registry, Metric.CHECKPOINT_LAG, () -> sample.figure(Chain::checkpointLag));
        return sample;
    }

    private static Chain figures(ChainFigures watch, StoredEvents storedEvents, Clock clock) {
        long head = storedEvents.head();
        long position = watch.position();
        @Nullable Instant signed = watch.lastCheckpointAt();
        @Nullable Long covered = watch.signedUpTo();
        return new Chain(
                Math.max(0, head - position),
                position >= head ? 0 : Unseen.secondsSince(storedEvents, position, clock),
                watch.broken() ? 1 : 0,
                signed == null ? Double.NaN : (clock.millis() - signed.toEpochMilli()) / MILLIS_OF_SECOND,
                covered == null ? Double.NaN : Unseen.secondsSince(storedEvents, covered, clock));
    }
}
