package dev.creatorledger.events.membership;

import org.jspecify.annotations.Nullable;

/**
 * Something that members have (B3).
 *
 * @param kind what it is
 * @param title what it is called
 * @param description what it means, if that is said
 */
public record Perk(Kind kind, String title, @Nullable String description) {

    /** What perks can be; what they must not be is refused before there is one (B4). */
    public enum Kind {
        BADGE,
        EMOJI,
        VIDEO,
        POST,
        LIVE_CHAT,
        SHOUT_OUT,
        EARLY_ACCESS,
        DISCOUNT,
        OTHER
    }
}
