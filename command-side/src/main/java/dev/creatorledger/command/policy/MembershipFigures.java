package dev.creatorledger.command.policy;

import static java.util.Objects.requireNonNullElse;

import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of the figures of memberships says; null is as before (B1, B3, B5, B12, B25, L5).
 *
 * @param countries where memberships are available
 * @param maxMadeForKidsPercent the most of a channel's videos that may be made for kids
 * @param maxIneligiblePercent the most of a channel's videos that may be made for kids or have a music claim
 * @param maxTiers the most tiers of a programme
 * @param shareBps the creator's share of a payment net of tax, basis points
 * @param retryDays how many days after it was due a declined charge is asked again, time by time
 * @param longestPauseDays how long a programme can be paused before it is terminated
 * @param bookableMinutes how long after its end a day's income becomes final
 */
record MembershipFigures(
        @Nullable Set<String> countries,
        @Nullable Integer maxMadeForKidsPercent,
        @Nullable Integer maxIneligiblePercent,
        @Nullable Integer maxTiers,
        @Nullable Integer shareBps,
        @Nullable List<Integer> retryDays,
        @Nullable Long longestPauseDays,
        @Nullable Long bookableMinutes) {

    private static final int WHOLE_PERCENT = 100;
    private static final int BPS_OF_PERCENT = 100;
    private static final int MOST_TIERS = 100;
    private static final int MOST_RETRIES = 10;

    /** Shorter than the shortest month: a charge is settled before the next period's is due. */
    private static final int LAST_RETRY_DAY = 27;

    private static final long LONGEST_PAUSE = 3_650;
    private static final long MOST_BOOKABLE = 31 * 24 * 60;

    static MembershipFigures read(Figures figures) {
        return new MembershipFigures(
                figures.countries("countries"),
                figures.small("maxMadeForKidsPercent", 0, WHOLE_PERCENT),
                figures.small("maxIneligiblePercent", 0, WHOLE_PERCENT),
                figures.small("maxTiers", 1, MOST_TIERS),
                figures.small("shareBps", 0, AdPolicy.WHOLE_SHARE_BPS),
                figures.days("retryDays", MOST_RETRIES, LAST_RETRY_DAY),
                figures.whole("longestPauseDays", 1, LONGEST_PAUSE),
                figures.whole("bookableMinutes", 0, MOST_BOOKABLE));
    }

    /** The policy that comes of it. */
    MembershipPolicy after(MembershipPolicy before, int version) {
        return new MembershipPolicy(
                version,
                requireNonNullElse(countries, before.countries()),
                maxMadeForKidsPercent == null ? before.maxMadeForKidsBps() : maxMadeForKidsPercent * BPS_OF_PERCENT,
                maxIneligiblePercent == null ? before.maxIneligibleBps() : maxIneligiblePercent * BPS_OF_PERCENT,
                requireNonNullElse(maxTiers, before.maxTiers()),
                requireNonNullElse(shareBps, before.shareBps()),
                requireNonNullElse(retryDays, before.retryDays()),
                longestPauseDays == null ? before.longestPause() : Duration.ofDays(longestPauseDays),
                bookableMinutes == null ? before.bookable() : Duration.ofMinutes(bookableMinutes));
    }
}
