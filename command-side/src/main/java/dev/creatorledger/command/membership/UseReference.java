package dev.creatorledger.command.membership;

import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.PaymentReferenceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Note that the payment service used a reference for a charge; refused if it is another charge's (B11). */
record UseReference(@TargetAggregateIdentifier PaymentReferenceId referenceId, String reference, ChargeId chargeId) {

    UseReference(String reference, ChargeId chargeId) {
        this(PaymentReferenceId.of(reference), reference, chargeId);
    }
}
