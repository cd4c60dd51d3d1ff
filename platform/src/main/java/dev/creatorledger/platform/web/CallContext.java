package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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

    /**
     * The context of a request that carries a token.
     *
     * @throws Refusal UNAUTHENTICATED without a token, INVALID_FIELD if the reason is malformed
     */
    public static CallContext of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            throw new Refusal(ErrorCode.UNAUTHENTICATED, "A bearer token is required");
        }
        String reason = Reason.decode(request.getHeader(Reason.HEADER));
        return new CallContext(principal.getName(), reason, Correlation.idOf(request));
    }

    /**
     * This context, if it has a reason.
     *
     * @throws Refusal REASON_REQUIRED if it has none
     */
    public CallContext requireReason() {
        if (reason == null) {
            throw new Refusal(ErrorCode.REASON_REQUIRED, "Say why in the header X-Reason (percent-encoded UTF-8)");
        }
        return this;
    }

    /** As metadata of a command. */
    public Map<String, String> metaData() {
        return reason == null
                ? Map.of(ACTOR, actor, CORRELATION_ID, correlationId)
                : Map.of(ACTOR, actor, CORRELATION_ID, correlationId, REASON, reason);
    }
}
