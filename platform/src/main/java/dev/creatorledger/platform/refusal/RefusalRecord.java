package dev.creatorledger.platform.refusal;

import org.jspecify.annotations.Nullable;

/** Keeps what was refused, for auditors (U1). */
@FunctionalInterface
public interface RefusalRecord {

    /**
     * Stores a refusal and returns when it is stored.
     *
     * @throws RuntimeException if it cannot be stored
     */
    void keep(Refused refused);

    /**
     * One refusal.
     *
     * @param command what was asked for
     * @param subject the client's id of the thing in the path, if there is one
     * @param code why not
     * @param actor the token's subject
     * @param correlationId names the request
     */
    record Refused(String command, @Nullable String subject, ErrorCode code, String actor, String correlationId) {}
}
