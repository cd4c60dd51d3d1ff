package dev.creatorledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.creatorledger.platform.chain.ChainedEvent;
import dev.creatorledger.platform.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An event as auditors read it; payload and metadata are the stored JSON itself, byte for byte.
 *
 * @param sequence its place in the global order
 * @param hash the hash that it was linked with (U3), lower-case hex; absent where it is not linked: the
 *     chain is broken before it, or far behind
 * @param previousHash that of the event before; of the first one zeros
 * @param type its simple name
 * @param aggregateId the aggregate's identifier as callers write it
 * @param stream the name of its stream
 * @param recordedAt when it was recorded, by the service's clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventJson(
        long sequence,
        @Nullable String hash,
        @Nullable String previousHash,
        String eventId,
        String type,
        String revision,
        String aggregateType,
        String aggregateId,
        String stream,
        long aggregateSequence,
        Instant recordedAt,
        @JsonRawValue String payload,
        @JsonRawValue String metadata) {

    static EventJson of(StoredEvent event, @Nullable ChainedEvent chained) {
        return new EventJson(
                event.position(),
                chained == null ? null : HexFormat.of().formatHex(chained.hash()),
                chained == null ? null : HexFormat.of().formatHex(chained.previousHash()),
                event.eventId(),
                event.type(),
                event.revision(),
                event.aggregateType(),
                event.stream().substring(event.stream().indexOf(':') + 1),
                event.stream(),
                event.aggregateSequence(),
                event.recordedAt(),
                new String(event.payload(), StandardCharsets.UTF_8),
                new String(event.metadata(), StandardCharsets.UTF_8));
    }
}
