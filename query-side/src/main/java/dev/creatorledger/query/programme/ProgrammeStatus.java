package dev.creatorledger.query.programme;

/** Where a membership programme stands, as callers read it. */
public enum ProgrammeStatus {
    /** It was never turned on. */
    OFF,
    /** Members have their perks, and viewers can join. */
    ON,
    /** A cause of pause was opened while it was on (B20). */
    PAUSED,
    /** It has ended; it can be turned on anew (B25, B26). */
    TERMINATED
}
