package dev.creatorledger.command.config;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command (contract, "Conventions").
 *
 * @param id the target as callers write it
 * @param version the last sequence of the target's stream
 * @param position the global position of the command's last event, as a decimal string
 */
public record CommandAnswer(String id, long version, String position) {

    /** The body of the answer. */
    public static CommandAnswer of(Stored stored) {
        return new CommandAnswer(stored.id(), stored.version(), Long.toString(stored.position()));
    }

    /** The whole answer: 201 if something was created, else 200. */
    public static ResponseEntity<CommandAnswer> respond(Stored stored) {
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(of(stored));
    }
}
