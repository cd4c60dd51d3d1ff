package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.Derived;
import dev.creatorledger.events.StreamId;

/** The identity of what is known about one reference of the payment service, derived from the reference (B11). */
public record PaymentReferenceId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "payment:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public PaymentReferenceId {
        StreamId.checked("paymentReferenceId", value);
    }

    /** That of a reference, whatever characters it has. */
    public static PaymentReferenceId of(String reference) {
        return new PaymentReferenceId(Derived.id("payment", reference));
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
