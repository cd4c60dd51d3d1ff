package dev.creatorledger.platform.store;

import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** What Axon's base class of both engines is put together from: a builder that only its kin can make. */
final class EngineParts extends BatchingEventStorageEngine.Builder {

    private EngineParts() {}

    /** An engine's parts: one serializer, the upcasters of this process, and how many events are read at once. */
    static EngineParts of(EventSerializer serializer, int batchSize) {
        EngineParts parts = new EngineParts();
        parts.eventSerializer(serializer);
        parts.snapshotSerializer(serializer);
        parts.upcasterChain(Upcasters.chain());
        parts.batchSize(batchSize);
        return parts;
    }

    @Override
    public EngineParts eventSerializer(Serializer serializer) {
        super.eventSerializer(serializer);
        return this;
    }

    @Override
    public EngineParts snapshotSerializer(Serializer serializer) {
        super.snapshotSerializer(serializer);
        return this;
    }

    @Override
    public EngineParts upcasterChain(EventUpcaster upcasters) {
        super.upcasterChain(upcasters);
        return this;
    }
}
