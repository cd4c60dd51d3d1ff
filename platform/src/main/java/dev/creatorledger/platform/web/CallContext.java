package dev.creatorledger.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request and why: it goes into the metadata of every event that follows from it (U1).
 *
 * @param actor the token's subject
 * @param reason why, where the caller gave a reason ({@code X-Reason}, decoded)
 * @param correlationId the caller's {@code X-Correlation-Id}, or one made here
 */
public record CallContext(String actor, @Nullable String reason, String correlationId) {

    /** The metadata's keys. */
    public static final String ACTOR = "actor";

    public static final String REASON = "reason";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";

    /** The service itself, acting by the clock or by a saga. */
    public static CallContext service(String correlationId) {
        return new CallContext("service", null, correlationId);
    }

    /** As metadata of a command. */
    public Map<String, String> metaData() {
        return reason == null
                ? Map.of(ACTOR, actor, CORRELATION_ID, correlationId)
                : Map.of(ACTOR, actor, CORRELATION_ID, correlationId, REASON, reason);
    }
}
