package dev.creatorledger.events.video;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a video, chosen by the client (C2). */
public record VideoId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "video:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public VideoId {
        StreamId.checked("videoId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
