package dev.creatorledger.events.policy;

import java.time.Duration;
import java.time.Period;

/**
 * The figures of the ad-revenue programme in one version (A1, A3, A5, A8; V1).
 *
 * @param version the version, from 1
 * @param requiredFollowers the least followers to be eligible (A1)
 * @param requiredWatchTime the least time watched to be eligible (A1)
 * @param watchPeriod how far back watch time counts (A1)
 * @param shareFloorBps the least share of a creator, basis points (A3)
 * @param qualifyingMillis how long an ad must be watched to earn, milliseconds (A5)
 * @param maxAhead how far ahead of the clock an impression may be (A6), and the notice of a change by the hour (A3,
 *     A4)
 * @param bookable how long after the end of its hour a window takes impressions (A8)
 */
public record AdPolicy(
        int version,
        long requiredFollowers,
        Duration requiredWatchTime,
        Period watchPeriod,
        int shareFloorBps,
        long qualifyingMillis,
        Duration maxAhead,
        Duration bookable) {

    /** The defaults of the rules. */
    public static final AdPolicy DEFAULT = new AdPolicy(
            1,
            200,
            Duration.ofHours(3_000),
            Period.ofMonths(3),
            5_000,
            4_000,
            Duration.ofMinutes(5),
            Duration.ofHours(24));

    /** The most that a share can be, basis points. */
    public static final int WHOLE_SHARE_BPS = 10_000;
}
