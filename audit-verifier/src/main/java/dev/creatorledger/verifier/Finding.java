package dev.creatorledger.verifier;

/**
 * Something that does not hold.
 *
 * @param kind what it is
 * @param sequence the first event that it is about; 0 where it is about none
 * @param text what is wrong, for people
 */
public record Finding(Kind kind, long sequence, String text) {

    /** What can be wrong. */
    public enum Kind {
        /** The checkpoint was not signed by the key. */
        SIGNATURE,
        /** An event is not what it was. */
        CHANGED,
        /** Events are gone. */
        MISSING,
        /** An event is there that was not, or twice. */
        INSERTED,
        /** Events are not in their order. */
        SWAPPED,
        /** The end is gone. */
        CUT,
        /** The chain is whole, and it is another one than was signed. */
        RECHAINED,
        /** The books do not balance. */
        UNBALANCED,
        /** An event moves money in a way that this verifier does not know. */
        UNKNOWN,
        /** The trial balance is not the one that the service has told. */
        DIFFERENT
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
