package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.PaymentReferenceEvent.PaymentReferenceUsed;
import dev.creatorledger.events.membership.PaymentReferenceId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A reference of the payment service: one charge's, for ever (B11). */
@AggregateRoot
class PaymentReference {

    @AggregateIdentifier
    private @Nullable PaymentReferenceId id;

    private @Nullable ChargeId chargeId;

    PaymentReference() {}

    /** B11. */
    private record AReferenceIsOneChargesForEver(@Nullable ChargeId known, ChargeId asked) implements Rule {

        @Override
        public boolean holds() {
            return known == null || known.equals(asked);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.PAYMENT_REFERENCE_USED, "The payment reference belongs to another charge.");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(UseReference command) {
        new AReferenceIsOneChargesForEver(chargeId, command.chargeId()).check();
        if (id == null) {
            apply(new PaymentReferenceUsed(command.referenceId(), command.reference(), command.chargeId()));
        }
    }

    @EventSourcingHandler
    void evolve(PaymentReferenceUsed event) {
        id = event.referenceId();
        chargeId = event.chargeId();
    }
}
