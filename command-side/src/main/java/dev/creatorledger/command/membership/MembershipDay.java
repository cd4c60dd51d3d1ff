package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.membership.MembershipDayCommand.AskCreatorPart;
import dev.creatorledger.command.membership.MembershipDayCommand.BookPayment;
import dev.creatorledger.command.membership.MembershipDayCommand.BookRefund;
import dev.creatorledger.command.membership.MembershipDayCommand.SealMembershipDay;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipDaySealed;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The membership income of a channel on one UTC day in one currency: estimated until it is sealed (L5). */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
class MembershipDay {

    @AggregateIdentifier
    private MembershipDayId id;

    private long payments;
    private long refunds;
    private Total creatorPart;
    private Total platformPart;
    private Total tax;
    private boolean sealed;

    MembershipDay() {}

    /** L5: what is final stays as it is. */
    private record ASealedDayTakesNothing(MembershipDayId dayId, boolean sealed) implements Rule {

        @Override
        public boolean holds() {
            return !sealed;
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.UNAVAILABLE, "The day " + dayId.day() + " is sealed by the service's clock.");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(BookPayment command) {
        new ASealedDayTakesNothing(command.dayId(), sealed).check();
        apply(new MembershipPaymentBooked(
                command.dayId(), command.membershipId(), command.chargeId(), command.split()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(BookRefund command) {
        new ASealedDayTakesNothing(command.dayId(), sealed).check();
        apply(new MembershipRefundBooked(command.dayId(), command.membershipId(), command.refundId(), command.split()));
    }

    @CommandHandler
    Total decide(AskCreatorPart command) {
        return creatorPart;
    }

    @CommandHandler
    Optional<Total> decide(SealMembershipDay command, Clock clock, Policies policies) {
        if (!sealed) {
            Instant end = id.end();
            if (clock.instant().isBefore(end.plus(policies.membershipsAt(end).bookable()))) {
                return Optional.empty();
            }
            seal();
        }
        return Optional.of(creatorPart);
    }

    /**
     * One event, unless a sum is more than one amount holds: then as many as hold it, in one commit, which add up to
     * the day (M1). The termination of a large programme can refund that much on one day (B25).
     */
    private void seal() {
        List<Money> creatorParts = creatorPart.parts();
        List<Money> platformParts = platformPart.parts();
        List<Money> taxes = tax.parts();
        int events = Math.max(creatorParts.size(), Math.max(platformParts.size(), taxes.size()));
        for (int i = 0; i < events; i++) {
            apply(new MembershipDaySealed(
                    id,
                    i == 0 ? payments : 0,
                    i == 0 ? refunds : 0,
                    partOrNothing(creatorParts, i),
                    partOrNothing(platformParts, i),
                    partOrNothing(taxes, i)));
        }
    }

    private Money partOrNothing(List<Money> parts, int index) {
        return index < parts.size() ? parts.get(index) : Money.zero(id.currency());
    }

    @EventSourcingHandler
    void evolve(MembershipPaymentBooked event) {
        begin(event.dayId());
        payments++;
        PaymentSplit split = event.split();
        creatorPart = creatorPart.plus(split.creatorPart());
        platformPart = platformPart.plus(split.platformPart());
        tax = tax.plus(split.tax());
    }

    @EventSourcingHandler
    void evolve(MembershipRefundBooked event) {
        begin(event.dayId());
        refunds++;
        PaymentSplit split = event.split();
        creatorPart = creatorPart.minus(split.creatorPart());
        platformPart = platformPart.minus(split.platformPart());
        tax = tax.minus(split.tax());
    }

    private void begin(MembershipDayId dayId) {
        if (id == null) {
            id = dayId;
            creatorPart = Total.zero(dayId.currency());
            platformPart = creatorPart;
            tax = creatorPart;
        }
    }

    @EventSourcingHandler
    void evolve(MembershipDaySealed event) {
        sealed = true;
    }
}
