package dev.creatorledger.events.backfill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a backfill, chosen by the operator (A11). */
public record BackfillId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "backfill:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public BackfillId {
        StreamId.checked("backfillId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
