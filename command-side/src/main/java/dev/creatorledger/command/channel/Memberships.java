package dev.creatorledger.command.channel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.MembershipRules.AHigherRankCostsMore;
import dev.creatorledger.command.channel.MembershipRules.APausedProgrammeIsResumedNotEnabled;
import dev.creatorledger.command.channel.MembershipRules.APriceIsAWholeNumberOfPayableUnits;
import dev.creatorledger.command.channel.MembershipRules.AProgrammeHasOneCurrency;
import dev.creatorledger.command.channel.MembershipRules.AProgrammeHasOnlySoManyTiers;
import dev.creatorledger.command.channel.MembershipRules.AProgrammeOnlyTurnsFrom;
import dev.creatorledger.command.channel.MembershipRules.ARankIsUnique;
import dev.creatorledger.command.channel.MembershipRules.AnEndedProgrammeBeginsAnewOnceItsRefundsAreBooked;
import dev.creatorledger.command.channel.MembershipRules.NothingIsPaidOutWhileRefundsAreBooked;
import dev.creatorledger.command.channel.MembershipRules.OnlyAnEligibleChannelTurnsMembershipsOn;
import dev.creatorledger.command.channel.ProgrammeCommand.AskNetworkOfChannel;
import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeCommand.BookRefundsOfTurn;
import dev.creatorledger.command.channel.ProgrammeCommand.CheckThatNoRefundsRun;
import dev.creatorledger.command.channel.ProgrammeCommand.ClosePauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.CountVideos;
import dev.creatorledger.command.channel.ProgrammeCommand.EnableMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.EndMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.JoinNetwork;
import dev.creatorledger.command.channel.ProgrammeCommand.LeaveNetwork;
import dev.creatorledger.command.channel.ProgrammeCommand.OpenPauseCause;
import dev.creatorledger.command.channel.ProgrammeCommand.PutTier;
import dev.creatorledger.command.channel.ProgrammeCommand.ResumeMemberships;
import dev.creatorledger.command.channel.ProgrammeCommand.WatchPause;
import dev.creatorledger.command.channel.ProgrammeTerms.Status;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkLeft;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseClosed;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseOpened;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.ProgrammeEvent.VideosCounted;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The membership programme of a channel (B1–B4, B20–B26). A part of {@link Channel}: what opens a cause of pause, ends
 * the programme or blocks a payout is decided in the same commit as what it follows from.
 */
final class Memberships {

    private final ProgrammeState state = new ProgrammeState();
    private final Surroundings channel;

    /** What the programme has to know of its channel. */
    interface Surroundings {

        /** Where the channel stands in the ad-revenue programme. */
        AdProgramme.Status adProgramme();

        /** What the channel is registered with. */
        ChannelFacts facts();
    }

    Memberships(Surroundings channel) {
        this.channel = channel;
    }

    /** How much is remembered, in tiers' prices and turns. */
    int size() {
        return state.size();
    }

    @CommandHandler
    void decide(CountVideos command) {
        apply(state.counted(command));
    }

    @CommandHandler
    Optional<NetworkId> decide(JoinNetwork command, Clock clock, Policies policies) {
        NetworkId before = state.network();
        if (command.networkId().equals(before)) {
            return Optional.empty();
        }
        if (before != null) {
            apply(new NetworkLeft(command.channelId(), before));
            open(command.channelId(), PauseCause.MONETIZATION_LOST, Opener.SERVICE, clock.instant(), policies);
        }
        apply(new NetworkJoined(command.channelId(), command.networkId()));
        return Optional.ofNullable(before);
    }

    @CommandHandler
    void decide(LeaveNetwork command, Clock clock, Policies policies) {
        if (command.networkId().equals(state.network())) {
            apply(new NetworkLeft(command.channelId(), command.networkId()));
            open(command.channelId(), PauseCause.MONETIZATION_LOST, Opener.SERVICE, clock.instant(), policies);
        }
    }

    @CommandHandler
    Optional<NetworkId> decide(AskNetworkOfChannel command) {
        return Optional.ofNullable(state.network());
    }

    @CommandHandler
    void decide(PutTier command, Clock clock, Policies policies) {
        Tier tier = command.tier();
        if (tier.equals(state.tiers().find(tier.tierId()))) {
            return;
        }
        List<Tier> others = state.tiers().without(tier.tierId());
        new AProgrammeHasOneCurrency(state.tiers().currency(), tier.monthlyPrice()).check();
        new APriceIsAWholeNumberOfPayableUnits(tier.monthlyPrice()).check();
        MembershipPolicy policy = policies.membershipsAt(clock.instant());
        new AProgrammeHasOnlySoManyTiers(others.size(), policy.maxTiers()).check();
        new ARankIsUnique(tier, others).check();
        new AHigherRankCostsMore(tier, others).check();
        apply(new TierSet(command.channelId(), tier, clock.instant()));
    }

    @CommandHandler
    void decide(OpenPauseCause command, Clock clock, Policies policies) {
        open(command.channelId(), command.cause(), Opener.OPERATOR, clock.instant(), policies);
    }

    /** An operator's word also closes what the service opened, once what it opened it for is over (B20). */
    @CommandHandler
    void decide(ClosePauseCause command, Clock clock) {
        close(command.channelId(), command.cause(), Opener.OPERATOR, clock.instant());
        if (!persists(command.cause())) {
            close(command.channelId(), command.cause(), Opener.SERVICE, clock.instant());
        }
    }

    private boolean persists(PauseCause cause) {
        return switch (cause) {
            case MONETIZATION_POLICY_VIOLATION -> channel.adProgramme() == AdProgramme.Status.SUSPENDED;
            case MADE_FOR_KIDS -> channel.facts().madeForKids();
            case MONETIZATION_LOST, CHANNEL_TERMINATED -> false;
        };
    }

    @CommandHandler
    void decide(EnableMemberships command, Clock clock, Policies policies) {
        Instant now = clock.instant();
        endALongPause(command.channelId(), now, policies);
        if (state.status() == Status.ON) {
            return;
        }
        new APausedProgrammeIsResumedNotEnabled(state.status()).check();
        new AnEndedProgrammeBeginsAnewOnceItsRefundsAreBooked(state.refundsRunning()).check();
        boolean accepted = command.termsAccepted() || state.termsAccepted();
        MembershipPolicy policy = checked(accepted, command.networkTermsAccepted(), now, policies);
        apply(new MembershipProgrammeEnabled(
                command.channelId(),
                state.turn() + 1,
                state.evidence(channel.facts(), command.networkTermsAccepted(), policy.version()),
                now));
    }

    @CommandHandler
    void decide(ResumeMemberships command, Clock clock, Policies policies) {
        Instant now = clock.instant();
        endALongPause(command.channelId(), now, policies);
        if (state.status() == Status.ON) {
            return;
        }
        new AProgrammeOnlyTurnsFrom("resume", state.status(), List.of(Status.PAUSED)).check();
        MembershipPolicy policy = checked(state.termsAccepted(), command.networkTermsAccepted(), now, policies);
        apply(new MembershipProgrammeResumed(
                command.channelId(),
                state.turn() + 1,
                state.evidence(channel.facts(), command.networkTermsAccepted(), policy.version()),
                now));
    }

    private MembershipPolicy checked(
            boolean termsAccepted, @Nullable Boolean networkTermsAccepted, Instant now, Policies policies) {
        MembershipPolicy policy = policies.membershipsAt(now);
        boolean accepted = termsAccepted || Boolean.TRUE.equals(networkTermsAccepted);
        new OnlyAnEligibleChannelTurnsMembershipsOn(
                        state.facts(channel.adProgramme(), channel.facts(), accepted, networkTermsAccepted), policy)
                .check();
        return policy;
    }

    @CommandHandler
    void decide(EndMemberships command, Clock clock, Policies policies) {
        Instant now = clock.instant();
        endALongPause(command.channelId(), now, policies);
        if (state.status() == Status.TERMINATED) {
            return;
        }
        new AProgrammeOnlyTurnsFrom("end", state.status(), List.of(Status.ON, Status.PAUSED)).check();
        terminate(command.channelId(), command.reason(), now);
    }

    @CommandHandler
    void decide(WatchPause command, Clock clock, Policies policies) {
        endALongPause(command.channelId(), clock.instant(), policies);
    }

    @CommandHandler
    ProgrammeTerms decide(AskProgramme command, Clock clock, Policies policies) {
        endALongPause(command.channelId(), clock.instant(), policies);
        return state.terms(command.channelId());
    }

    @CommandHandler
    void decide(BookRefundsOfTurn command) {
        if (state.refundsRunning() && state.turn() == command.turn()) {
            apply(new MembershipRefundsBooked(command.channelId(), command.turn()));
        }
    }

    @CommandHandler
    Currency decide(CheckThatNoRefundsRun command, Clock clock, Policies policies) {
        endALongPause(command.channelId(), clock.instant(), policies);
        Currency asked = command.currency() == null ? channel.facts().currency() : command.currency();
        new NothingIsPaidOutWhileRefundsAreBooked(
                        state.refundsRunning(), state.tiers().currency(), asked)
                .check();
        return asked;
    }

    /** What has happened to the channel opens a cause; a programme that is on is paused by it (B20). */
    void open(ChannelId channelId, PauseCause cause, Opener opener, Instant at, Policies policies) {
        endALongPause(channelId, at, policies);
        if (state.causes().isOpenBy(cause, opener)) {
            return;
        }
        apply(new PauseCauseOpened(channelId, cause, opener, at));
        if (state.status() == Status.ON) {
            apply(new MembershipProgrammePaused(channelId, state.turn() + 1, cause, at));
        }
    }

    /** What opened a cause is over; the pause is left by a command alone (B20, B22). */
    void close(ChannelId channelId, PauseCause cause, Opener opener, Instant at) {
        if (state.causes().isOpenBy(cause, opener)) {
            apply(new PauseCauseClosed(channelId, cause, opener, at));
        }
    }

    /** The channel is out of the ad-revenue programme, and so is its membership programme (B26). */
    void leave(ChannelId channelId, boolean removed, Instant at, Policies policies) {
        endALongPause(channelId, at, policies);
        close(channelId, PauseCause.MONETIZATION_POLICY_VIOLATION, Opener.SERVICE, at);
        if (Set.of(Status.ON, Status.PAUSED).contains(state.status())) {
            terminate(channelId, removed ? EndReason.REMOVED_FROM_PROGRAMME : EndReason.LEFT_PROGRAMME, at);
        }
    }

    /** As of the time at which the pause had lasted too long, whenever it is noticed (B25, B28). */
    private void endALongPause(ChannelId channelId, Instant now, Policies policies) {
        Instant since = state.pausedSince();
        if (since == null) {
            return;
        }
        Instant end = since.plus(policies.membershipsAt(since).longestPause());
        if (!now.isBefore(end)) {
            terminate(channelId, EndReason.PAUSE_EXPIRED, end);
        }
    }

    private void terminate(ChannelId channelId, EndReason reason, Instant at) {
        apply(new MembershipProgrammeTerminated(channelId, state.turn() + 1, reason, at));
    }

    @EventSourcingHandler
    void evolve(VideosCounted event) {
        state.count(event);
    }

    @EventSourcingHandler
    void evolve(NetworkJoined event) {
        state.joined(event.networkId());
    }

    @EventSourcingHandler
    void evolve(NetworkLeft event) {
        state.joined(null);
    }

    @EventSourcingHandler
    void evolve(TierSet event) {
        state.tierSet(event);
    }

    @EventSourcingHandler
    void evolve(PauseCauseOpened event) {
        state.causes().open(event.cause(), event.openedBy());
    }

    @EventSourcingHandler
    void evolve(PauseCauseClosed event) {
        state.causes().close(event.cause(), event.openedBy());
    }

    @EventSourcingHandler
    void evolve(MembershipProgrammeEnabled event) {
        state.enabled(event.turn(), event.enabledAt());
    }

    @EventSourcingHandler
    void evolve(MembershipProgrammePaused event) {
        state.paused(event.turn(), event.pausedAt());
    }

    @EventSourcingHandler
    void evolve(MembershipProgrammeResumed event) {
        state.resumed(event.turn(), event.resumedAt());
    }

    @EventSourcingHandler
    void evolve(MembershipProgrammeTerminated event) {
        state.terminated(event.turn(), event.reason(), event.terminatedAt());
    }

    @EventSourcingHandler
    void evolve(MembershipRefundsBooked event) {
        state.refundsBooked();
    }
}
