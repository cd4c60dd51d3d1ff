package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a membership, chosen by the client (B10). */
public record MembershipId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "membership:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public MembershipId {
        StreamId.checked("membershipId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
