package dev.creatorledger.query.audit;

import dev.creatorledger.events.window.MerkleTree.Step;
import java.time.Instant;
import java.util.List;

/**
 * That an impression is one of those that its sealed hour was paid for (A8).
 *
 * @param hour the first instant of the hour
 * @param root the root in the event that sealed the window, lower-case hex
 * @param leafHash the hash of the impression's canonical form
 * @param leafIndex its place among the qualified ones, sorted by id
 * @param treeSize how many qualified
 * @param path what to join with it, step by step, to come to the root
 * @param sequence the position of the event that sealed the window; the hash chain covers it
 */
public record ProofJson(
        String channelId,
        Instant hour,
        String windowId,
        String impressionId,
        String root,
        String leafHash,
        int leafIndex,
        int treeSize,
        List<PathStep> path,
        Instant sealedAt,
        long sequence,
        String eventId) {

    /**
     * A step.
     *
     * @param side LEFT if the hash comes before what was computed so far, else RIGHT
     */
    public record PathStep(String side, String hash) {

        static PathStep of(Step step) {
            return new PathStep(step.left() ? "LEFT" : "RIGHT", step.hash());
        }
    }
}
