package dev.creatorledger.query.view;

/**
 * A document of a view while events are folded into it: changed in place by one thread, then written as a whole.
 *
 * <p>It knows the position of the last event that changed it, so that an event delivered again changes nothing.
 */
public abstract class ViewDocument {

    /** The position of a document that has seen no event. */
    static final long UNSEEN = -1;

    private final String id;
    private long at = UNSEEN;
    private long storedAt = UNSEEN;

    /** A document that has seen nothing yet. */
    protected ViewDocument(String id) {
        this.id = id;
    }

    /** Its identity in the collection. */
    public final String id() {
        return id;
    }

    /** The position of the last event that changed it; negative if none has. */
    public final long at() {
        return at;
    }

    /** How much room it takes in a cache, in entries of about a hundred bytes; at least 1. */
    protected int weight() {
        return 1;
    }

    final void changedAt(long position) {
        at = position;
    }

    /** The position that the stored document has; negative if it is not stored. */
    final long storedAt() {
        return storedAt;
    }

    final boolean isChanged() {
        return at != storedAt;
    }

    final void storedAsItIs() {
        storedAt = at;
    }
}
