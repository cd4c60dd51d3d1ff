package dev.creatorledger.query.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.query.programme.ChannelFacts;
import dev.creatorledger.query.programme.MembershipsJson;
import dev.creatorledger.query.programme.ProgrammeAnswers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel as callers read it.
 *
 * @param owner absent while the store of the keys does not answer
 * @param videos how many videos it has registered, copies included
 * @param networkId the network that it belongs to, if it does (B2)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelJson(
        String channelId,
        @Nullable Owner owner,
        String title,
        String country,
        String currency,
        boolean madeForKids,
        long followers,
        Videos videos,
        AdProgramme adProgramme,
        MembershipsJson memberships,
        @Nullable String networkId) {

    /** Whose channel it is; the name reads {@link PersonalCodec#ERASED} once there is no key to open it (U7). */
    public record Owner(String name) {

        static @Nullable Owner of(@Nullable Personal name, PersonalCodec codec) {
            return name == null
                    ? new Owner(PersonalCodec.ERASED)
                    : codec.shown(name, PersonalField.NAME).map(Owner::new).orElse(null);
        }
    }

    /** How many videos there are, and how many of them count against memberships (B1). */
    public record Videos(long all, long madeForKids, long musicClaim, long ineligible) {

        static Videos of(@Nullable VideoCountsDocument counts) {
            return counts == null
                    ? new Videos(0, 0, 0, 0)
                    : new Videos(counts.videos, counts.madeForKids(), counts.musicClaims(), counts.flagged.size());
        }
    }

    /**
     * Where it stands in the ad-revenue programme (A1–A3).
     *
     * @param shareBps the creator's share in force now; absent before the first approval
     * @param nextShare a change that is set and not yet in force
     * @param approval the figures that the last approval was decided on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AdProgramme(
            AdProgrammeStatus status,
            @Nullable Integer shareBps,
            @Nullable NextShare nextShare,
            @Nullable AdEvidence approval,
            Eligibility eligibility) {}

    /** A share that comes into force with a full hour (A3). */
    public record NextShare(int shareBps, Instant effectiveFrom) {}

    /** Whether a programme would take the channel now, condition by condition. */
    public record Eligibility(boolean eligible, List<Condition> conditions) {

        /** The conditions of A1. */
        static Eligibility of(long followers, long watchSeconds, AdPolicy policy) {
            List<Condition> conditions = List.of(
                    new Condition(
                            "FOLLOWERS",
                            policy.requiredFollowers(),
                            followers,
                            followers >= policy.requiredFollowers()),
                    new Condition(
                            "WATCH_HOURS",
                            hours(policy.requiredWatchTime().toSeconds()),
                            hours(watchSeconds),
                            watchSeconds >= policy.requiredWatchTime().toSeconds()));
            return new Eligibility(conditions.stream().allMatch(Condition::met), conditions);
        }

        /** Rounded down, so that what falls short by a second never reads as if it were enough. */
        private static BigDecimal hours(long seconds) {
            BigDecimal hours = BigDecimal.valueOf(seconds)
                    .divide(BigDecimal.valueOf(3_600), 4, RoundingMode.FLOOR)
                    .stripTrailingZeros();
            return hours.scale() < 0 ? hours.setScale(0) : hours;
        }
    }

    /** One condition: what is required, and what there is. */
    public record Condition(String code, Number required, Number actual, boolean met) {}

    /** What decides on memberships. */
    static ChannelFacts facts(ChannelDocument channel, @Nullable VideoCountsDocument counts) {
        Videos videos = Videos.of(counts);
        return new ChannelFacts(
                channel.status.name(),
                channel.country,
                channel.madeForKids,
                videos.all(),
                videos.madeForKids(),
                videos.ineligible());
    }

    static ChannelJson of(
            ChannelDocument channel,
            @Nullable Owner owner,
            @Nullable VideoCountsDocument counts,
            long watchSeconds,
            AdPolicy policy,
            int floorBps,
            ProgrammeAnswers.Answer programme,
            Instant now) {
        ShareTimeline.Step next = channel.share.nextAfter(now);
        return new ChannelJson(
                channel.id(),
                owner,
                channel.title,
                channel.country,
                channel.currency,
                channel.madeForKids,
                channel.followers,
                Videos.of(counts),
                new AdProgramme(
                        channel.status,
                        raised(channel.share.at(now), floorBps),
                        next == null ? null : new NextShare(next.shareBps(), next.from()),
                        channel.approval,
                        Eligibility.of(channel.followers, watchSeconds, policy)),
                programme.memberships(),
                programme.networkId());
    }

    /** As the windows of this hour have it: a floor that has risen since raises the share (A3). */
    private static @Nullable Integer raised(@Nullable Integer shareBps, int floorBps) {
        return shareBps == null ? null : (Integer) Math.max(shareBps, floorBps);
    }
}
