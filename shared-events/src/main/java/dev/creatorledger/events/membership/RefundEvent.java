package dev.creatorledger.events.membership;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import java.time.Instant;

/** What can happen to a refund (B25, B11). */
public sealed interface RefundEvent extends LedgerEvent {

    /** The refund. */
    RefundId refundId();

    /**
     * A payment is to be paid back in full.
     *
     * @param split the recorded split of the payment (M4)
     */
    record RefundDue(
            RefundId refundId,
            MembershipId membershipId,
            ChannelId channelId,
            MemberId memberId,
            ChargeId chargeId,
            PaymentSplit split,
            RefundCause cause,
            Instant dueAt)
            implements RefundEvent {}

    /** The payment service has paid it back. */
    record RefundSettled(RefundId refundId, String paymentReference, PaymentSplit split, Instant settledAt)
            implements RefundEvent {}
}
