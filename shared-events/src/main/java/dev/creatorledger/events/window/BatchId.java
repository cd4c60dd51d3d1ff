package dev.creatorledger.events.window;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of one batch of impressions, derived by the service (A10). */
public record BatchId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "batch:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public BatchId {
        StreamId.checked("batchId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
