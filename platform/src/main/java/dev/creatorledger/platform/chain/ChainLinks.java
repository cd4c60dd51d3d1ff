package dev.creatorledger.platform.chain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The links as they are stored, only ever added; a port, because each mode keeps them in the store that it has. */
interface ChainLinks {

    /** Says what follows. */
    @FunctionalInterface
    interface Continuation {

        /** The links that follow the newest one, if there is one; none if nothing does. */
        List<Link> after(Optional<Link> newest);
    }

    /**
     * Adds what follows the newest link, durably. Any number of nodes may do so at once: what one of them finds out that
     * another one has added is not added again.
     *
     * @param linkedAtMicros when, in microseconds since 1970
     */
    void extend(Continuation continuation, long linkedAtMicros);

    /** The newest link; none if nothing is linked yet. */
    Optional<Link> newest();

    /** Every link that covers a position of a range, in order. */
    List<Link> covering(long first, long last);

    /** The links that cover these positions. */
    List<Link> covering(Collection<Long> positions);
}
