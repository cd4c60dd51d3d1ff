package dev.creatorledger.command.policy;

import static java.util.Objects.requireNonNullElse;

import dev.creatorledger.events.policy.AdPolicy;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of the ad-revenue programme's figures says; null is as before (A1, A3, A5, A6, A8).
 *
 * @param requiredFollowers the least followers to be eligible
 * @param requiredWatchHours the least hours watched to be eligible
 * @param watchMonths how many months back watch time counts; no more than channels remember, a year
 * @param shareFloorBps the least share of a creator, basis points
 * @param qualifyingMillis how long an ad must be watched to earn, milliseconds
 * @param maxAheadMinutes how far ahead of the clock an impression may be, and the notice of a change by the hour
 * @param bookableMinutes how long after the end of its hour a window takes impressions
 */
record AdFigures(
        @Nullable Long requiredFollowers,
        @Nullable Long requiredWatchHours,
        @Nullable Integer watchMonths,
        @Nullable Integer shareFloorBps,
        @Nullable Long qualifyingMillis,
        @Nullable Long maxAheadMinutes,
        @Nullable Long bookableMinutes) {

    private static final long MOST_FOLLOWERS = 10_000_000_000L;
    private static final long MOST_HOURS = 1_000_000_000_000L;
    private static final int MOST_MONTHS = 12;
    private static final long MOST_MILLIS = 3_600_000;
    private static final long MOST_NOTICE = 60;
    private static final long MOST_BOOKABLE = 31 * 24 * 60;

    static AdFigures read(Figures figures) {
        return new AdFigures(
                figures.whole("requiredFollowers", 0, MOST_FOLLOWERS),
                figures.whole("requiredWatchHours", 0, MOST_HOURS),
                figures.small("watchMonths", 1, MOST_MONTHS),
                figures.small("shareFloorBps", 0, AdPolicy.WHOLE_SHARE_BPS),
                figures.whole("qualifyingMillis", 0, MOST_MILLIS),
                figures.whole("maxAheadMinutes", 0, MOST_NOTICE),
                figures.whole("bookableMinutes", 1, MOST_BOOKABLE));
    }

    /** The policy that comes of it. */
    AdPolicy after(AdPolicy before, int version) {
        return new AdPolicy(
                version,
                requireNonNullElse(requiredFollowers, before.requiredFollowers()),
                requiredWatchHours == null ? before.requiredWatchTime() : Duration.ofHours(requiredWatchHours),
                watchMonths == null ? before.watchPeriod() : Period.ofMonths(watchMonths),
                requireNonNullElse(shareFloorBps, before.shareFloorBps()),
                requireNonNullElse(qualifyingMillis, before.qualifyingMillis()),
                maxAheadMinutes == null ? before.maxAhead() : Duration.ofMinutes(maxAheadMinutes),
                bookableMinutes == null ? before.bookable() : Duration.ofMinutes(bookableMinutes));
    }
}
