package dev.creatorledger.platform.chain;

/** The stored events are not the ones that were linked; nothing is linked on before somebody has looked (U3). */
public final class ChainBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what does not fit. */
    public ChainBroken(String what) {
        super(what);
    }
}
