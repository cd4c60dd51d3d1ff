package dev.creatorledger.events.membership;

/** Why the service ended a membership (B21, B23, B25, B26). */
public enum EndReason {
    /** The programme had been paused for as long as it may (B25). */
    PAUSE_EXPIRED,
    /** The billing period of a mobile membership ended while the programme was paused (B23). */
    MOBILE_PERIOD_ENDED,
    /** The channel ended the programme (B26). */
    VOLUNTARY,
    /** The channel left the ad-revenue programme (B26). */
    LEFT_PROGRAMME,
    /** The channel was removed from the ad-revenue programme (B26). */
    REMOVED_FROM_PROGRAMME,
    /** The programme was removed for abuse (B26). */
    ABUSE,
    /** The programme was removed for fraud (B26). */
    FRAUD,
    /** The programme was removed for breaking a policy (B26). */
    POLICY_VIOLATION,
    /** The programme was paused before the first payment (B21). */
    PROGRAMME_PAUSED
}
