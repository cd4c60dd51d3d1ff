package dev.creatorledger.query.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A refusal as auditors read it (U1).
 *
 * @param at when it was refused, by the service's clock
 * @param command what was asked for
 * @param subject the client's id of the thing in the path; absent if there was none
 * @param actor the token's subject
 * @param code the stable code of the problem
 * @param status the HTTP status that the caller was told
 * @param correlationId names the request in the log
 * @param position its place in the global order, by which pages go on
 */
record RefusalJson(
        Instant at,
        String command,
        @Nullable String subject,
        String actor,
        String code,
        int status,
        String correlationId,
        @JsonIgnore long position) {

    static RefusalJson of(StoredEvent event) {
        CommandRefused refused = (CommandRefused) dev.creatorledger.platform.store.EventJson.read(event);
        JsonNode metadata = dev.creatorledger.platform.store.EventJson.mapper().readTree(event.metadata());
        return new RefusalJson(
                event.recordedAt(),
                refused.command(),
                refused.subject(),
                metadata.path(CallContext.ACTOR).asString(""),
                refused.code(),
                refused.status(),
                metadata.path(CallContext.CORRELATION_ID).asString(""),
                event.position());
    }
}
