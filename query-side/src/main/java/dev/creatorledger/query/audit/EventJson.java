package dev.creatorledger.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.creatorledger.platform.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event as auditors read it; payload and metadata are the stored JSON itself, byte for byte.
 *
 * @param sequence its place in the global order
 * @param type its simple name
 * @param aggregateId the aggregate's identifier as callers write it
 * @param recordedAt when it was recorded, by the service's clock
 */
record EventJson(
        long sequence,
        String eventId,
        String type,
        String revision,
        String aggregateType,
        String aggregateId,
        long aggregateSequence,
        Instant recordedAt,
        @JsonRawValue String payload,
        @JsonRawValue String metadata) {

    static EventJson of(StoredEvent event) {
        return new EventJson(
                event.position(),
                event.eventId(),
                event.type(),
                event.revision(),
                event.aggregateType(),
                event.stream().substring(event.stream().indexOf(':') + 1),
                event.aggregateSequence(),
                event.recordedAt(),
                new String(event.payload(), StandardCharsets.UTF_8),
                new String(event.metadata(), StandardCharsets.UTF_8));
    }
}
