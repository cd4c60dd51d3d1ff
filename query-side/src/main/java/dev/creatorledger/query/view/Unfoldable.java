package dev.creatorledger.query.view;

import org.jspecify.annotations.Nullable;

/** An event that cannot be read, or that a projection fails at: no store is at fault, and trying again helps nobody. */
final class Unfoldable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    Unfoldable(long position, Throwable cause) {
        super("the event at position " + position + " cannot be folded", cause);
        this.position = position;
    }

    /** Whether such an event is what has led to a failure. */
    static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unfoldable) {
                return true;
            }
        }
        return false;
    }

    /** The event's position. */
    long position() {
        return position;
    }
}
