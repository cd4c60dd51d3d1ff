package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.Derived;
import dev.creatorledger.events.StreamId;
import java.time.Instant;

/** The identity of a charge, derived by the service: the same for every attempt (B11, B12). */
public record ChargeId(@JsonValue String value) {

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public ChargeId {
        StreamId.checked("chargeId", value);
    }

    /** The charge for the period that begins then: one each. */
    public static ChargeId ofPeriod(MembershipId membershipId, Instant periodStart) {
        return new ChargeId(Derived.id("charge", membershipId.value(), periodStart.toString()));
    }

    /** The charge for an upgrade, by its number within the membership. */
    public static ChargeId ofUpgrade(MembershipId membershipId, int number) {
        return new ChargeId(Derived.id("upgrade", membershipId.value(), Integer.toString(number)));
    }
}
