package dev.creatorledger.events.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of channel memberships in one version (B1, B3, B5, B12, B25, L5; V1).
 *
 * @param version the version, from 1
 * @param countries where memberships are available, ISO 3166 codes (B1)
 * @param maxMadeForKidsBps the most of a channel's videos that may be made for kids, basis points (B1)
 * @param maxIneligibleBps the most of a channel's videos that may be made for kids or have a music claim (B1)
 * @param maxTiers the most tiers of a programme (B3)
 * @param shareBps the creator's share of a payment net of tax, basis points (B5)
 * @param retryDays how many days after it was due a declined charge is asked again, time by time (B12)
 * @param longestPause how long a programme can be paused before it is terminated (B25)
 * @param bookable how long after its end a day's income becomes final (L5)
 */
public record MembershipPolicy(
        int version,
        Set<String> countries,
        int maxMadeForKidsBps,
        int maxIneligibleBps,
        int maxTiers,
        int shareBps,
        List<Integer> retryDays,
        Duration longestPause,
        Duration bookable) {

    /** The defaults of the rules. */
    public static final MembershipPolicy DEFAULT = new MembershipPolicy(
            1,
            Set.of("IR", "MY", "SG", "ID", "TR", "DE", "FR", "GB", "US", "CA"),
            1_000,
            1_000,
            6,
            7_000,
            List.of(1, 3, 5, 7),
            Duration.ofDays(120),
            Duration.ofHours(1));

    /** Copies the collections, in order: what is stored must not depend on how a set is laid out. */
    public MembershipPolicy {
        countries = Collections.unmodifiableSet(new TreeSet<>(countries));
        retryDays = List.copyOf(retryDays);
    }
}
