package dev.creatorledger.platform.refusal;

/** A rule of the domain whose name is its sentence: it holds, or it says why not. */
public interface Rule {

    /** Whether the rule is kept. */
    boolean holds();

    /** What the caller is told if it is not. */
    Refusal refusal();

    /**
     * Refuses what would break the rule.
     *
     * @throws Refusal if the rule is not kept
     */
    default void check() {
        if (!holds()) {
            throw refusal();
        }
    }
}
