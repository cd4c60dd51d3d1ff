package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a tier within its programme, chosen by the client (B3). */
public record TierId(@JsonValue String value) {

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public TierId {
        StreamId.checked("tierId", value);
    }
}
