package dev.creatorledger.command.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates kept in memory between commands, by the name of their stream: strongly held and bounded by weight,
 * because a weak cache is emptied by every garbage collection.
 */
public final class AggregateCache {

    /** What an aggregate costs beside what it remembers, in the same unit. */
    private static final int OWN_WEIGHT = 8;

    private final Cache<String, EventSourcedAggregate<?>> kept;

    /** A cache of at most this weight; one remembered thing weighs 1. */
    public AggregateCache(long maxWeight) {
        kept = Caffeine.newBuilder()
                .maximumWeight(maxWeight)
                .weigher((String stream, EventSourcedAggregate<?> aggregate) -> weightOf(aggregate))
                .executor(Runnable::run)
                .build();
    }

    private static int weightOf(EventSourcedAggregate<?> aggregate) {
        return aggregate.getAggregateRoot() instanceof Weighted weighted ? OWN_WEIGHT + weighted.weight() : OWN_WEIGHT;
    }

    /** Whether the aggregate of a stream is kept. */
    public boolean has(String stream) {
        return kept.getIfPresent(stream) != null;
    }

    @Nullable
    EventSourcedAggregate<?> get(String stream) {
        return kept.getIfPresent(stream);
    }

    /** Keeps an aggregate, at the weight that it has now. */
    void keep(String stream, EventSourcedAggregate<?> aggregate) {
        kept.put(stream, aggregate);
    }

    void forget(String stream) {
        kept.invalidate(stream);
    }
}
