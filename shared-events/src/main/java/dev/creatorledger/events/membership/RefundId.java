package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.Derived;
import dev.creatorledger.events.StreamId;

/** The identity of a refund, derived from the payment that it pays back: one payment has one refund (B25). */
public record RefundId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "refund:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public RefundId {
        StreamId.checked("refundId", value);
    }

    /** The refund of the payment of a charge. */
    public static RefundId ofPaymentOf(ChargeId chargeId) {
        return new RefundId(Derived.id("refund", chargeId.value()));
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
