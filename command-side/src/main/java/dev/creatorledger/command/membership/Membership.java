package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.channel.ProgrammeTerms.PricedTier;
import dev.creatorledger.command.config.Weighted;
import dev.creatorledger.command.membership.MembershipCommand.AskMembership;
import dev.creatorledger.command.membership.MembershipCommand.CancelMembership;
import dev.creatorledger.command.membership.MembershipCommand.CatchUp;
import dev.creatorledger.command.membership.MembershipCommand.ChangeTier;
import dev.creatorledger.command.membership.MembershipCommand.MembershipFacts;
import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.command.membership.MembershipRules.AMembershipStaysAsItWasBegun;
import dev.creatorledger.command.membership.MembershipRules.OnlyALiveMembershipIsCancelled;
import dev.creatorledger.command.membership.MembershipRules.OnlyATierOfTheProgrammeIsChosen;
import dev.creatorledger.command.membership.MembershipRules.ViewersJoinWhileTheProgrammeIsOn;
import dev.creatorledger.command.membership.SlotCommand.TakeSlot;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.SlotId;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** A membership: from joining to its end (B10–B15), following the turns of its programme (B20–B27). */
@AggregateRoot
class Membership implements Weighted {

    /** What an empty one takes in memory, and what a payment or a period of it does, in units of about 90 bytes. */
    private static final int OWN_WEIGHT = 24;

    private static final int ENTRY_WEIGHT = 4;

    private final MembershipState state = new MembershipState();

    @AggregateIdentifier
    private MembershipId id;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    Membership() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Object> decide(StartMembership command, Clock clock) {
        if (state.id != null) {
            new AMembershipStaysAsItWasBegun(command, state).check();
            return List.of();
        }
        ProgrammeTerms terms = command.terms();
        new ViewersJoinWhileTheProgrammeIsOn(terms.status()).check();
        PricedTier tier =
                new OnlyATierOfTheProgrammeIsChosen(command.tierId(), terms.find(command.tierId()), false).checked();
        // Prorations are counted in milliseconds (B14), and so are the periods.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        apply(new MembershipStarted(
                command.membershipId(),
                terms.channelId(),
                command.memberId(),
                command.memberName(),
                command.tierId(),
                command.platform(),
                now,
                terms.turn()));
        Charge first = new Charge(
                ChargeId.ofPeriod(command.membershipId(), now),
                ChargeKind.PERIOD,
                command.tierId(),
                tier.priceAt(now),
                now,
                state.periods.start(1),
                now,
                1,
                null);
        new CatchingUp(state, terms, now).ask(first.id(), first, now, 1);
        return List.of(new TakeSlot(new SlotId(terms.channelId(), command.memberId()), command.membershipId()));
    }

    @CommandHandler
    MembershipFacts decide(AskMembership command) {
        return new MembershipFacts(state.channelId, state.memberId);
    }

    @CommandHandler
    List<Object> decide(CatchUp command, Clock clock) {
        return caughtUp(command.terms(), clock.instant()).following();
    }

    @CommandHandler
    List<Object> decide(CancelMembership command, Clock clock) {
        Instant now = clock.instant();
        CatchingUp work = caughtUp(command.terms(), now);
        if (state.status == MembershipStatus.CANCELLED) {
            return work.following();
        }
        new OnlyALiveMembershipIsCancelled(state.status).check();
        work.withdrawCharges();
        Instant perksUntil = state.coveredUntil().isAfter(now) ? state.coveredUntil() : now;
        apply(new MembershipCancelled(id, now, perksUntil));
        work.freeSlot();
        return work.following();
    }

    @CommandHandler
    List<Object> decide(ChangeTier command, Clock clock) {
        Instant now = clock.instant();
        CatchingUp work = caughtUp(command.terms(), now);
        new TierChanges(state, command.terms(), work).change(command.tierId(), now);
        return work.following();
    }

    @CommandHandler
    List<Object> decide(ReportPaid command, Clock clock, Policies policies) {
        Instant now = clock.instant();
        CatchingUp work = caughtUp(command.terms(), now);
        new ChargeOutcomes(state, work, policies.membershipsAt(now), now).paid(command);
        return work.following();
    }

    @CommandHandler
    List<Object> decide(ReportDeclined command, Clock clock, Policies policies) {
        Instant now = clock.instant();
        CatchingUp work = caughtUp(command.terms(), now);
        new ChargeOutcomes(state, work, policies.membershipsAt(now), now).declined(command);
        return work.following();
    }

    private CatchingUp caughtUp(ProgrammeTerms terms, Instant now) {
        return new CatchingUp(state, terms, now).run();
    }

    @Override
    public int weight() {
        return OWN_WEIGHT + ENTRY_WEIGHT * state.size();
    }

    @EventSourcingHandler
    void evolve(MembershipStarted event) {
        id = event.membershipId();
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipChargeDue event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipChargeDeclined event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipChargeWithdrawn event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipChargePaid event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(UnowedPaymentReceived event) {
        state.unowed(event.chargeId());
    }

    @EventSourcingHandler
    void evolve(TierChangePlanned event) {
        state.planned = event.tierId();
    }

    @EventSourcingHandler
    void evolve(TierChanged event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipPaused event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipResumed event) {
        state.on(event);
    }

    @EventSourcingHandler
    void evolve(MembershipCancelled event) {
        state.perksUntil = event.perksUntil();
        state.ended(MembershipStatus.CANCELLED);
    }

    @EventSourcingHandler
    void evolve(MembershipLapsed event) {
        state.ended(MembershipStatus.LAPSED);
    }

    @EventSourcingHandler
    void evolve(MembershipEnded event) {
        state.ended(MembershipStatus.ENDED);
    }
}
