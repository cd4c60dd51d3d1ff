package dev.creatorledger.events.membership;

/** Where a member joined (B10): a pause ends mobile memberships sooner than those of the web (B23, B24). */
public enum Platform {
    /** A browser. */
    WEB,
    /** Android's store. */
    ANDROID,
    /** Apple's store. */
    IOS;

    /** Whether a store of a mobile platform sold it. */
    public boolean isMobile() {
        return this != WEB;
    }
}
