package dev.creatorledger.query.membership;

/** Where a membership stands, as callers read it (B10). */
public enum MembershipStatus {
    /** The first payment is awaited. */
    PENDING,
    ACTIVE,
    /** The programme's pause has reached it (B21). */
    PAUSED,
    /** By the member; perks last until the end of the paid period (B13). */
    CANCELLED,
    /** The last attempt of a charge was declined (B12). */
    LAPSED,
    /** By the service. */
    ENDED
}
