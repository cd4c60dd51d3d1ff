package dev.creatorledger.events.payout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a payout, chosen by the client (P3). */
public record PayoutId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "payout:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public PayoutId {
        StreamId.checked("payoutId", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
