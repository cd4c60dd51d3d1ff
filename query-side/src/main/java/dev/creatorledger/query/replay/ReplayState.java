package dev.creatorledger.query.replay;

/** What is known of a replay: nothing yet, its verdict, or why there is none. */
public enum ReplayState {
    RUNNING,
    EQUAL,
    DIFFERENT,
    FAILED
}
