package dev.creatorledger.events.video;

/** How a video came about (C2). */
public enum VideoKind {
    /** The creator made it from start to end. */
    ORIGINAL,
    /** A recording of a game, with or without the player's webcam. */
    GAMING,
    /** Editing or mixing of others' footage. */
    EDIT_ONLY,
    /** A copy of another registered video. */
    REPUBLISHED
}
