package dev.creatorledger.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.util.List;

/**
 * What a caller reads when a request is not carried out (RFC 9457, contract, "Conventions").
 *
 * @param type a relative reference to the page that explains the code
 * @param title the code in one phrase
 * @param status the HTTP status
 * @param detail a sentence about this very request
 * @param code the stable code
 * @param correlationId names the request in the log
 * @param violations everything that fails, where several things can
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String correlationId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem of a code. */
    public static Problem of(ErrorCode code, String detail, List<Violation> violations, String correlationId) {
        String type = "/docs/errors#" + code.name();
        return new Problem(type, code.title(), code.status(), detail, code.name(), correlationId, violations);
    }

    /** The problem that a refusal becomes. */
    public static Problem of(Refusal refusal, String correlationId) {
        return of(refusal.code(), String.valueOf(refusal.getMessage()), refusal.violations(), correlationId);
    }
}
