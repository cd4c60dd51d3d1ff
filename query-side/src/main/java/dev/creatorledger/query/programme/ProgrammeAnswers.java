package dev.creatorledger.query.programme;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.platform.membership.ProgrammeFacts;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.query.view.AsOf.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where the membership programmes of channels stand, and what they lack, by the policy in force (B1, V1). */
public final class ProgrammeAnswers {

    private final Programmes programmes;
    private final Policies policies;

    /** Answers from the views. */
    public ProgrammeAnswers(Programmes programmes, Policies policies) {
        this.programmes = programmes;
        this.policies = policies;
    }

    /**
     * A channel's programme, and the network that the channel belongs to.
     *
     * @param networkId absent if it belongs to none
     */
    public record Answer(MembershipsJson memberships, @Nullable String networkId) {}

    /**
     * The programme of a channel about which these facts are known, at an instant.
     *
     * @param moment the same instant, if it is one of the past; absent for now
     */
    public Answer about(ChannelId channelId, ChannelFacts facts, Instant now, @Nullable Moment moment) {
        ProgrammeDocument programme = programmes.find(channelId, moment);
        MembershipPolicy policy = policies.membershipsAt(now);
        Instant since = programme.pausedSince;
        MembershipsJson memberships = new MembershipsJson(
                programme.status,
                programme.joinable(),
                List.copyOf(programme.causes.keySet()),
                since,
                since == null ? null : (Long) new PauseTime(since, policy.longestPause()).daysLeft(now),
                MembershipsJson.Eligibility.of(factsOf(programme, facts, moment).conditions(policy)));
        return new Answer(memberships, programme.networkId);
    }

    private ProgrammeFacts factsOf(ProgrammeDocument programme, ChannelFacts facts, @Nullable Moment moment) {
        Boolean networkTerms = programmes.networkTerms(programme.networkId, moment);
        return new ProgrammeFacts(
                facts.adProgramme(),
                facts.country(),
                facts.madeForKids(),
                facts.videos(),
                facts.madeForKidsVideos(),
                facts.ineligibleVideos(),
                programme.termsAccepted || Boolean.TRUE.equals(networkTerms),
                networkTerms,
                Set.copyOf(programme.causes.keySet()));
    }
}
