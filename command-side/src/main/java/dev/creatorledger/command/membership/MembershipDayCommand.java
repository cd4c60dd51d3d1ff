package dev.creatorledger.command.membership;

import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What the membership income of a day can be told (L5). */
sealed interface MembershipDayCommand {

    /** Book a payment; once, for it is sent in the commit that records the payment. */
    record BookPayment(
            @TargetAggregateIdentifier MembershipDayId dayId,
            MembershipId membershipId,
            ChargeId chargeId,
            PaymentSplit split)
            implements MembershipDayCommand {}

    /** Book a refund; once, for it is sent in the commit that makes the refund due. */
    record BookRefund(
            @TargetAggregateIdentifier MembershipDayId dayId,
            MembershipId membershipId,
            RefundId refundId,
            PaymentSplit split)
            implements MembershipDayCommand {}

    /** Ask what it has come to so far for the creator. */
    record AskCreatorPart(@TargetAggregateIdentifier MembershipDayId dayId) implements MembershipDayCommand {}

    /** Seal it, if it is time; answered by the creator's part of it once it is sealed. */
    record SealMembershipDay(@TargetAggregateIdentifier MembershipDayId dayId) implements MembershipDayCommand {}
}
