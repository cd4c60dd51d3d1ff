package dev.creatorledger.platform.store;

import java.time.Instant;

/**
 * An event as it is stored, byte for byte.
 *
 * @param position its place in the global order; grows in the order of commits, may leave numbers out
 * @param eventId its identity
 * @param aggregateType the kind of aggregate, such as {@code Channel}
 * @param stream the name of its stream (see {@link dev.creatorledger.events.StreamId})
 * @param aggregateSequence its place in the stream, from 0
 * @param recordedAt when it was recorded, by the service's clock
 * @param type its simple name ({@link dev.creatorledger.events.EventTypes})
 * @param revision the revision of its form
 * @param payload the stored JSON
 * @param metadata the stored JSON of actor, reason, correlation and causation
 */
@SuppressWarnings("ArrayRecordComponent") // the stored bytes themselves; never compared as a value
public record StoredEvent(
        long position,
        String eventId,
        String aggregateType,
        String stream,
        long aggregateSequence,
        Instant recordedAt,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {}
