package dev.creatorledger.platform.web;

import java.util.List;

/**
 * POST commands that take an idempotency key and need none: repeated, they know by themselves what has happened.
 */
public final class KeylessCommands {

    /**
     * Impressions know what they were booked as (A7), a checkpoint made twice is the same one or a newer one, a replay
     * that runs is the answer to who asks for it again, a letter that is folded is none any more.
     */
    private static final List<String> PATHS =
            List.of("/v1/impressions:batch", "/v1/audit/checkpoints", "/v1/admin/replays", "/v1/admin/dead-letters");

    private KeylessCommands() {}

    /** Whether a path, or the pattern of a route, is that of such a command. */
    public static boolean has(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }
}
