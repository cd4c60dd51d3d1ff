package dev.creatorledger.events.membership;

/** Why a programme is paused (B20). */
public enum PauseCause {
    /** The platform closed the channel. */
    CHANNEL_TERMINATED,
    /** The channel broke a policy of monetization; a suspension opens it by itself. */
    MONETIZATION_POLICY_VIOLATION,
    /** The channel left or changed its content owner; leaving or changing the network opens it by itself. */
    MONETIZATION_LOST,
    /** The channel is made for kids; setting it so opens it by itself. */
    MADE_FOR_KIDS;

    /** Who opened a cause: each has to close its own (B20). */
    public enum Opener {
        /** A person, with a reason. */
        OPERATOR,
        /** The service, by what happened to the channel. */
        SERVICE
    }
}
