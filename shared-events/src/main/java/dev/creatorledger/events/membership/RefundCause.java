package dev.creatorledger.events.membership;

/** Why a payment is paid back: the end of a programme by its reason (B25, B26), or because nobody owed it (B11). */
public enum RefundCause {
    /** The programme had been paused for as long as it may (B25). */
    PAUSE_EXPIRED,
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
    /** The charge had been withdrawn when it was paid (B11). */
    NOT_OWED;

    /**
     * The cause that goes with the end of a programme.
     *
     * @throws IllegalArgumentException if that end brings no refunds
     */
    public static RefundCause of(EndReason reason) {
        return valueOf(reason.name());
    }
}
