package dev.creatorledger.events.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a channel, chosen by the client (C1). */
public record ChannelId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "channel:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public ChannelId {
        StreamId.checked("channelId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
