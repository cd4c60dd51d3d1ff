package dev.creatorledger.events.policy;

import dev.creatorledger.events.StreamId;
import java.util.Arrays;
import java.util.Optional;

/** The policies that there are, each with a stream of its versions (V1). */
public enum PolicyName implements StreamId {
    /** The figures of the ad-revenue programme. */
    AD_REVENUE("ad-revenue"),
    /** The figures of payouts. */
    PAYOUTS("payouts"),
    /** The figures of memberships. */
    MEMBERSHIPS("memberships");

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "policy:";

    private final String value;

    PolicyName(String value) {
        this.value = value;
    }

    /** The policy that callers call so, if there is one. */
    public static Optional<PolicyName> of(String value) {
        return Arrays.stream(values()).filter(name -> name.value.equals(value)).findFirst();
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
