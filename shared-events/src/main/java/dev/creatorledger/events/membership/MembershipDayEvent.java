package dev.creatorledger.events.membership;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.money.Money;

/** What can happen to the membership income of a channel on one UTC day in one currency (L5). */
public sealed interface MembershipDayEvent extends LedgerEvent {

    /** The day. */
    MembershipDayId dayId();

    /** A payment was booked (L1). */
    record MembershipPaymentBooked(
            MembershipDayId dayId, MembershipId membershipId, ChargeId chargeId, PaymentSplit split)
            implements MembershipDayEvent {}

    /** A refund that is due was booked (L1, M4). */
    record MembershipRefundBooked(
            MembershipDayId dayId, MembershipId membershipId, RefundId refundId, PaymentSplit split)
            implements MembershipDayEvent {}

    /**
     * The day was sealed: its totals are final (L5).
     *
     * @param payments how many payments it has
     * @param refunds how many refunds it has
     * @param creatorPart the creator's parts of the payments less those of the refunds; can be below zero
     * @param platformPart the platform's likewise
     * @param tax the state's likewise
     */
    record MembershipDaySealed(
            MembershipDayId dayId, long payments, long refunds, Money creatorPart, Money platformPart, Money tax)
            implements MembershipDayEvent {}
}
