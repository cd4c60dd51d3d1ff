package dev.creatorledger.events.membership;

/** What a charge is for. */
public enum ChargeKind {
    /** A billing period, the first one too (B11). */
    PERIOD,
    /** The rest of a period in a higher tier (B14). */
    UPGRADE
}
