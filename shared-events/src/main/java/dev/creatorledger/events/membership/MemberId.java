package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a viewer who joins, chosen by the client (B10); what is known of the person is sealed (U7). */
public record MemberId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "member:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public MemberId {
        StreamId.checked("memberId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
