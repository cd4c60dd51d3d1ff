package dev.creatorledger.query.compliance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A decision as compliance reads it (U1, U6).
 *
 * @param at when its first event was recorded, by the service's clock
 * @param actor the token's subject
 * @param command what was decided
 * @param subject the client's id of what it was decided on
 * @param reason why
 * @param request the correlation id and the key of the request, by which its events are known
 * @param position the place of its first event in the global order, by which pages go on
 */
public record DecisionJson(
        Instant at,
        String actor,
        String command,
        String subject,
        String reason,
        @JsonIgnore Request request,
        @JsonIgnore long position) {

    /**
     * What tells one request from another.
     *
     * @param idempotencyId empty without a key
     */
    public record Request(String correlationId, String idempotencyId) {}

    static DecisionJson of(StoredEvent event) {
        JsonNode metadata = EventJson.mapper().readTree(event.metadata());
        String aggregate = event.stream().substring(event.stream().indexOf(':') + 1);
        return new DecisionJson(
                event.recordedAt(),
                text(metadata, CallContext.ACTOR, ""),
                text(metadata, CallContext.COMMAND, ""),
                // Where the request's path has no id, or the event is older than this key: what was changed.
                text(metadata, CallContext.SUBJECT, aggregate),
                text(metadata, CallContext.REASON, ""),
                new Request(
                        text(metadata, CallContext.CORRELATION_ID, ""), text(metadata, CallContext.IDEMPOTENCY_ID, "")),
                event.position());
    }

    private static String text(JsonNode metadata, String key, String without) {
        return metadata.path(key).asString(without);
    }

    /** Whether an event of this one belongs to that decision too. */
    boolean isOf(DecisionJson other) {
        return request.equals(other.request)
                && command.equals(other.command)
                && reason.equals(other.reason)
                && actor.equals(other.actor)
                && (subject.equals(other.subject) || !request.idempotencyId.isEmpty());
    }
}
