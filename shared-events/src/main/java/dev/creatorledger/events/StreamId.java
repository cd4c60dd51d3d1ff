package dev.creatorledger.events;

import java.util.regex.Pattern;

/**
 * The identity of one stream of events.
 *
 * <p>{@link #value()} is the identifier as callers know it; {@link Object#toString()} is the name of the stream in the event
 * store, which carries the kind of the aggregate, so that a channel and a video of the same name never meet.
 */
public interface StreamId {

    /** The characters and length of every identifier that a client chooses (contract, "Conventions"). */
    Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The identifier as callers write it. */
    String value();

    /**
     * Checks the shape of an identifier that a client chose.
     *
     * @throws MalformedIdException if it is empty, longer than 64 characters, or has a character outside {@code
     *     A-Z a-z 0-9 . _ -}
     */
    static String checked(String kind, String value) {
        if (!CLIENT_ID.matcher(value).matches()) {
            throw new MalformedIdException(kind);
        }
        return value;
    }
}
