package dev.creatorledger.command.config;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in an {@link AggregateCache} once they are part of a commit, and forgets them when the unit of work
 * that touched them, or the root it belongs to, is rolled back: what was decided and not stored must not be decided
 * upon. What others have stored meanwhile is taken in before anything is decided.
 *
 * @param <T> the kind of aggregate
 */
final class CachingRepository<T> extends EventSourcingRepository<T> {

    private static final String ROLLED_BACK = CachingRepository.class.getName() + ".rolledBack";

    private final AggregateCache cache;
    private final EventStorageEngine engine;
    private final OtherWriters others;
    private final String managedKey;

    /** Axon's builder gives all that the ordinary repository needs. */
    CachingRepository(
            EventSourcingRepository.Builder<T> builder,
            AggregateCache cache,
            EventStorageEngine engine,
            OtherWriters others) {
        super(builder);
        this.cache = cache;
        this.engine = engine;
        this.others = others;
        managedKey = CachingRepository.class.getName() + ".managed."
                + aggregateModel().type();
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String stream, @Nullable Long expectedVersion) {
        EventSourcedAggregate<T> aggregate = kept(stream);
        if (aggregate == null) {
            aggregate = super.doLoadWithLock(stream, expectedVersion);
        }
        others.decidedOn(aggregateModel().type(), stream, aggregate.version());
        return aggregate;
    }

    /** The aggregate in memory, as the store has it; null if there is none that can be brought there. */
    @SuppressWarnings("unchecked") // stream names carry the kind of aggregate, so an entry is of this repository's type
    private @Nullable EventSourcedAggregate<T> kept(String stream) {
        EventSourcedAggregate<?> kept = cache.get(stream);
        if (kept == null) {
            return null;
        }
        long version = kept.version();
        long last = others.lastSequence(stream, version);
        if (last != version) {
            cache.forget(stream); // until it is whole again, or read anew
        }
        if (last > version) {
            kept.initializeState(engine.readEvents(stream, version + 1));
        }
        return last < version ? null : (EventSourcedAggregate<T>) kept;
    }

    /**
     * Axon looks at commit whether each of them is still among them, and a plain map would look through all others.
     */
    @Override
    protected Map<String, LockAwareAggregate<T, EventSourcedAggregate<T>>> managedAggregates(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(managedKey, key -> new Managed<>());
    }

    @Override
    protected void prepareForCommit(LockAwareAggregate<T, EventSourcedAggregate<T>> aggregate) {
        // A nested unit of work hears of its root's rollback too, even after its own commit.
        CurrentUnitOfWork.get().onRollback(unitOfWork -> {
            unitOfWork.root().resources().put(ROLLED_BACK, true);
            String stream = aggregate.identifierAsString();
            if (stream != null) {
                cache.forget(stream);
            }
        });
        super.prepareForCommit(aggregate);
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        if (aggregate.version() != null) {
            cache.keep(aggregate.identifierAsString(), aggregate);
        }
    }

    /**
     * Straight from the storage engine: there are no snapshots to ask for, and what this unit of work has published
     * and not yet stored belongs to aggregates that it holds already, unless a part of it was rolled back. (The event
     * store would compare every staged event with every other to find out.)
     */
    @Override
    protected DomainEventStream readEvents(String stream) {
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> root = CurrentUnitOfWork.get().root();
            if (root.getResource(ROLLED_BACK) != null) {
                return super.readEvents(stream);
            }
            if (AbsentStreams.has(root, stream)) {
                return DomainEventStream.empty();
            }
        }
        return engine.readEvents(stream);
    }

    /** Aggregates by their streams, each found again by its own. */
    private static final class Managed<A extends Aggregate<?>> extends HashMap<String, A> {

        @Override
        public boolean containsValue(@Nullable Object value) {
            return value instanceof Aggregate<?> aggregate && get(aggregate.identifierAsString()) == value;
        }
    }
}
