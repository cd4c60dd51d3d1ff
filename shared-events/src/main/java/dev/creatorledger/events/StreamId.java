package dev.creatorledger.events;

/**
 * The identity of one stream of events.
 *
 * <p>{@link #value()} is the identifier as callers know it; {@link Object#toString()} is the name of the stream in the
 * event store, which carries the kind of the aggregate, so that a channel and a video of the same name never meet.
 */
public interface StreamId {

    /** The most characters of an identifier that a client chooses (contract, "Conventions"). */
    int MAX_LENGTH = 64;

    /** The identifier as callers write it. */
    String value();

    /**
     * Checks the shape of an identifier that a client chose.
     *
     * @throws MalformedIdException if it is empty, longer than 64 characters, or has a character outside {@code
     *     A-Z a-z 0-9 . _ -}
     */
    static String checked(String kind, String value) {
        if (!isWellFormed(value)) {
            throw new MalformedIdException(kind);
        }
        return value;
    }

    /**
     * Whether a text has 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}; by hand, for every impression asks twice.
     */
    static boolean isWellFormed(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!letterOrDigit && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
