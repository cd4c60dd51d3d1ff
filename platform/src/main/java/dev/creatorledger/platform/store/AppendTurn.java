package dev.creatorledger.platform.store;

/** Keeps everybody else from storing anything, so that a decision that lost a race is not made in vain again. */
@FunctionalInterface
public interface AppendTurn {

    /**
     * Waits for the turn and takes it, to the end of the running transaction. Who takes it must hold nothing that another
     * one who is about to append may wait for.
     */
    void takeTurn();
}
