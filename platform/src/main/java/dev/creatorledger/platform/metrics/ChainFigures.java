package dev.creatorledger.platform.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the chain (U3) tells operators of itself; a bean of this type is asked if there is one. */
public interface ChainFigures {

    /** The position up to which it covers every event. */
    long position();

    /** Whether it has stopped because what is stored is not what it has seen. */
    boolean broken();

    /** When its last checkpoint was signed; null if there is none. */
    @Nullable
    Instant lastCheckpointAt();

    /** The position up to which its last checkpoint covers events, 0 if there is none; null where none are to be made. */
    @Nullable
    Long signedUpTo();
}
