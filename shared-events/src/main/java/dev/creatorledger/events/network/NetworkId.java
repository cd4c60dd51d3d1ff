package dev.creatorledger.events.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a multi-channel network, chosen by the client (B2). */
public record NetworkId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "network:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public NetworkId {
        StreamId.checked("networkId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
