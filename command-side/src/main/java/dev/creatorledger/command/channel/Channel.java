package dev.creatorledger.command.channel;

import static dev.creatorledger.command.channel.ChannelRules.TheProgrammeOnlyTurnsAsItsLifeCycleAllows.turning;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.AdProgramme.Status;
import dev.creatorledger.command.channel.ChannelRules.NothingMoreIsKeptOfAnErasedOwner;
import dev.creatorledger.command.channel.ChannelRules.OnlyAnEligibleChannelIsTakenIn;
import dev.creatorledger.command.channel.ChannelRules.TheCurrencyOfAChannelNeverChanges;
import dev.creatorledger.command.channel.ChannelRules.TheShareIsNeverBelowItsFloor;
import dev.creatorledger.command.channel.FundsRules.AnOwnerWithAnOpenPayoutStays;
import dev.creatorledger.command.config.Weighted;
import dev.creatorledger.events.channel.AdEvidence;
import dev.creatorledger.events.channel.ChannelEvent.AdApplicationWithdrawn;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApplied;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeApproved;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeLeft;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeReinstated;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeRejected;
import dev.creatorledger.events.channel.ChannelEvent.AdProgrammeSuspended;
import dev.creatorledger.events.channel.ChannelEvent.AdShareChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelEvent.WatchTimeCounted;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A channel: its facts, its place in the ad-revenue programme hour by hour, and its final income (C1, A1–A4, A9). */
@AggregateRoot
class Channel implements Weighted {

    private final WatchTime watchTime = new WatchTime();

    @AggregateMember
    private final Funds funds = new Funds();

    @AggregateMember
    private final Memberships memberships = new Memberships(new AsSeenByMemberships());

    @AggregateIdentifier
    private ChannelId id;

    private @Nullable ChannelFacts facts;
    private boolean ownerErased;
    private long followers;
    private AdProgramme programme = AdProgramme.NONE;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    Channel() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterChannel command, Clock clock, Policies policies) {
        ChannelFacts asked = ChannelFacts.of(command);
        if (facts == null) {
            apply(asked.registered(command.channelId()));
            return;
        }
        new NothingMoreIsKeptOfAnErasedOwner(ownerErased).check();
        ChannelFacts known = facts;
        new TheCurrencyOfAChannelNeverChanges(known.currency(), asked.currency()).check();
        if (!known.describesAs(asked)) {
            apply(new ChannelDetailsChanged(id, asked.owner(), asked.title(), asked.country()));
        }
        if (known.madeForKids() != asked.madeForKids()) {
            apply(new ChannelMadeForKidsChanged(id, asked.madeForKids()));
            pauseForKids(asked.madeForKids(), clock.instant(), policies);
        }
    }

    private void pauseForKids(boolean madeForKids, Instant now, Policies policies) {
        if (madeForKids) {
            memberships.open(id, PauseCause.MADE_FOR_KIDS, Opener.SERVICE, now, policies);
        } else {
            memberships.close(id, PauseCause.MADE_FOR_KIDS, Opener.SERVICE, now);
        }
    }

    @CommandHandler
    void decide(EraseOwner command) {
        if (!ownerErased) {
            new AnOwnerWithAnOpenPayoutStays(funds.openPayouts()).check();
            apply(new OwnerErased(id));
        }
    }

    @CommandHandler
    Owner decide(AskOwner command) {
        return Objects.requireNonNull(facts).owner();
    }

    @CommandHandler
    void decide(ReportFollowers command) {
        if (followers != command.followers()) {
            apply(new FollowersReported(id, command.followers()));
        }
    }

    @CommandHandler
    void decide(CountWatchTime command) {
        if (watchTime.wouldChange(command.date(), command.videoId(), command.watchSeconds())) {
            apply(new WatchTimeCounted(id, command.videoId(), command.date(), command.watchSeconds()));
        }
    }

    @CommandHandler
    void decide(ApplyToAdProgramme command, Clock clock, Policies policies) {
        if (programme.is(Status.APPLIED)) {
            return;
        }
        turning("apply", programme.status(), Status.NOT_ENROLLED, Status.REJECTED, Status.LEFT)
                .check();
        AdEvidence evidence = evidence(clock.instant(), policies);
        new OnlyAnEligibleChannelIsTakenIn(evidence).check();
        apply(new AdProgrammeApplied(id, evidence));
    }

    @CommandHandler
    void decide(ApproveAdProgramme command, Clock clock, Policies policies) {
        Instant now = clock.instant();
        int floorBps = policies.adAt(now).shareFloorBps();
        Integer asked = command.shareBps();
        int shareBps = asked == null ? floorBps : asked;
        new TheShareIsNeverBelowItsFloor(shareBps, floorBps).check();
        if (programme.is(Status.ENROLLED)
                && (asked == null || shareBps == programme.enrolment().lastShareBps())) {
            return;
        }
        turning("approve", programme.status(), Status.APPLIED).check();
        AdEvidence evidence = evidence(now, policies);
        new OnlyAnEligibleChannelIsTakenIn(evidence).check();
        apply(new AdProgrammeApproved(id, shareBps, evidence));
    }

    @CommandHandler
    void decide(RejectAdProgramme command) {
        if (programme.is(Status.REJECTED)) {
            return;
        }
        turning("reject", programme.status(), Status.APPLIED).check();
        apply(new AdProgrammeRejected(id));
    }

    @CommandHandler
    void decide(SuspendAdProgramme command, Clock clock, Policies policies) {
        if (programme.is(Status.SUSPENDED)) {
            return;
        }
        turning("suspend", programme.status(), Status.ENROLLED).check();
        apply(new AdProgrammeSuspended(id, firstHourAfterNotice(clock.instant(), policies)));
        memberships.open(id, PauseCause.MONETIZATION_POLICY_VIOLATION, Opener.SERVICE, clock.instant(), policies);
    }

    @CommandHandler
    void decide(ReinstateAdProgramme command, Clock clock) {
        if (programme.is(Status.ENROLLED)) {
            return;
        }
        turning("reinstate", programme.status(), Status.SUSPENDED).check();
        apply(new AdProgrammeReinstated(id, Enrolment.hourOf(clock.instant())));
        memberships.close(id, PauseCause.MONETIZATION_POLICY_VIOLATION, Opener.SERVICE, clock.instant());
    }

    @CommandHandler
    void decide(LeaveAdProgramme command, Clock clock, Policies policies) {
        if (programme.is(Status.LEFT) || programme.withdrawn()) {
            return;
        }
        turning("leave", programme.status(), Status.APPLIED, Status.ENROLLED, Status.SUSPENDED)
                .check();
        if (programme.is(Status.APPLIED)) {
            apply(new AdApplicationWithdrawn(id));
        } else {
            apply(new AdProgrammeLeft(id, command.removed(), firstHourAfterNotice(clock.instant(), policies)));
            memberships.leave(id, command.removed(), clock.instant(), policies);
        }
    }

    @CommandHandler
    void decide(ChangeAdShare command, Clock clock, Policies policies) {
        int floorBps = policies.adAt(clock.instant()).shareFloorBps();
        new TheShareIsNeverBelowItsFloor(command.shareBps(), floorBps).check();
        turning("change the share", programme.status(), Status.ENROLLED, Status.SUSPENDED)
                .check();
        if (programme.enrolment().lastShareBps() != command.shareBps()) {
            apply(new AdShareChanged(id, command.shareBps(), firstHourAfterNotice(clock.instant(), policies)));
        }
    }

    @CommandHandler
    List<HourTerms> decide(AskHourTerms command, Policies policies) {
        return command.hours().stream()
                .map(hour -> programme.enrolment().termsOf(hour, policies.adAt(hour)))
                .toList();
    }

    @Override
    public int weight() {
        return watchTime.size() + funds.size() + memberships.size();
    }

    private AdEvidence evidence(Instant now, Policies policies) {
        AdPolicy policy = policies.adAt(now);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new AdEvidence(
                today,
                followers,
                policy.requiredFollowers(),
                watchTime.secondsUntil(today, policy.watchPeriod()),
                policy.requiredWatchTime().toSeconds(),
                policy.version());
    }

    private static Instant firstHourAfterNotice(Instant now, Policies policies) {
        return Enrolment.firstHourAfter(now, policies.adAt(now).maxAhead());
    }

    @EventSourcingHandler
    void evolve(ChannelRegistered event) {
        id = event.channelId();
        facts = ChannelFacts.of(event);
    }

    @EventSourcingHandler
    void evolve(ChannelDetailsChanged event) {
        facts = facts == null ? null : facts.with(event);
    }

    @EventSourcingHandler
    void evolve(ChannelMadeForKidsChanged event) {
        facts = facts == null ? null : facts.with(event);
    }

    @EventSourcingHandler
    void evolve(OwnerErased event) {
        ownerErased = true;
    }

    @EventSourcingHandler
    void evolve(FollowersReported event) {
        followers = event.followers();
    }

    @EventSourcingHandler
    void evolve(WatchTimeCounted event) {
        watchTime.count(event.date(), event.videoId(), event.watchSeconds());
    }

    @EventSourcingHandler
    void evolve(AdProgrammeApplied event) {
        programme = programme.applied();
    }

    @EventSourcingHandler
    void evolve(AdProgrammeApproved event) {
        programme = programme.turned(Status.ENROLLED, Enrolment.approved(event.shareBps()));
    }

    @EventSourcingHandler
    void evolve(AdProgrammeRejected event) {
        programme = programme.turned(Status.REJECTED, programme.enrolment());
    }

    @EventSourcingHandler
    void evolve(AdProgrammeSuspended event) {
        programme = programme.turned(Status.SUSPENDED, programme.enrolment().shutFrom(event.shutFrom()));
    }

    @EventSourcingHandler
    void evolve(AdProgrammeReinstated event) {
        programme = programme.turned(Status.ENROLLED, programme.enrolment().openFrom(event.openFrom()));
    }

    @EventSourcingHandler
    void evolve(AdProgrammeLeft event) {
        programme = programme.turned(Status.LEFT, programme.enrolment().shutFrom(event.shutFrom()));
    }

    @EventSourcingHandler
    void evolve(AdApplicationWithdrawn event) {
        programme = programme.applicationWithdrawn();
    }

    @EventSourcingHandler
    void evolve(AdShareChanged event) {
        programme = programme.shareFrom(event.effectiveFrom(), event.shareBps());
    }

    /** What the membership programme has to know of its channel. */
    private final class AsSeenByMemberships implements Memberships.Surroundings {

        @Override
        public Status adProgramme() {
            return programme.status();
        }

        @Override
        public ChannelFacts facts() {
            return Objects.requireNonNull(facts);
        }
    }
}
