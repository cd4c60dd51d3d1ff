package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request and why: it goes into the metadata of every event that follows from it (U1).
 *
 * @param actor the token's subject
 * @param reason why, where the caller gave a reason ({@code X-Reason}, decoded)
 * @param correlationId the caller's {@code X-Correlation-Id}, or one made here
 * @param command what the request asks for; null where the command's own name says it
 * @param idempotencyId the hash of the caller's idempotency key; null without one
 * @param subject the client's id of the thing in the path; null without one
 */
public record CallContext(
        String actor,
        @Nullable String reason,
        String correlationId,
        @Nullable String command,
        @Nullable String idempotencyId,
        @Nullable String subject) {

    /** The metadata's keys. */
    public static final String ACTOR = "actor";

    public static final String REASON = "reason";

    /** What was decided on: beside a reason only. */
    public static final String SUBJECT = "subject";

    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String COMMAND = "command";

    /** Of the metadata and of the request's attributes. */
    public static final String IDEMPOTENCY_ID = "idempotencyId";

    /** The context of commands that are sent under their own names. */
    public CallContext(String actor, @Nullable String reason, String correlationId) {
        this(actor, reason, correlationId, null, null, null);
    }

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
        Requested requested = Requested.of(request);
        return new CallContext(
                principal.getName(),
                reason,
                Correlation.idOf(request),
                requested.changes() ? requested.command() : null,
                request.getAttribute(IDEMPOTENCY_ID) instanceof String id ? id : null,
                requested.subject());
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

    /** As metadata of a command: under the name of the request that it is part of, else under its own. */
    public Map<String, String> metaData(Object payload) {
        Map<String, String> metaData = new HashMap<>();
        metaData.put(ACTOR, actor);
        metaData.put(CORRELATION_ID, correlationId);
        metaData.put(COMMAND, command == null ? payload.getClass().getSimpleName() : command);
        if (reason != null) {
            metaData.put(REASON, reason);
            if (subject != null) {
                metaData.put(SUBJECT, subject);
            }
        }
        if (idempotencyId != null) {
            metaData.put(IDEMPOTENCY_ID, idempotencyId);
        }
        return metaData;
    }
}
