package dev.creatorledger.command.membership;

/** Where a membership stands (B10). */
enum MembershipStatus {
    PENDING,
    ACTIVE,
    PAUSED,
    CANCELLED,
    LAPSED,
    ENDED;

    /** Whether it takes the one place that a viewer has in a channel. */
    boolean isLive() {
        return this == PENDING || this == ACTIVE || this == PAUSED;
    }
}
