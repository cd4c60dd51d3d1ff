package dev.creatorledger.events.membership;

import dev.creatorledger.events.LedgerEvent;

/** What can happen to a reference of the payment service. */
public sealed interface PaymentReferenceEvent extends LedgerEvent {

    /** What the reference is known by. */
    PaymentReferenceId referenceId();

    /** The payment service used it for a charge; it is that charge's for ever (B11). */
    record PaymentReferenceUsed(PaymentReferenceId referenceId, String reference, ChargeId chargeId)
            implements PaymentReferenceEvent {}
}
