package dev.creatorledger.events.backfill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a backfill, chosen by the operator (A11); all backfills share one stream, their register's. */
public record BackfillId(@JsonValue String value) {

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
        return value;
    }
}
