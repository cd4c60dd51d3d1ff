package dev.creatorledger.command.membership;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a refund can be told (B25). */
sealed interface RefundCommand {

    /** A payment is to be paid back; quiet if it is known: no payment is paid back twice. */
    record OpenRefund(
            @TargetAggregateIdentifier RefundId refundId,
            MembershipId membershipId,
            ChannelId channelId,
            MemberId memberId,
            ChargeId chargeId,
            PaymentSplit split,
            RefundCause cause,
            Instant dueAt)
            implements RefundCommand {}

    /** The payment service has paid it back. */
    record SettleRefund(@TargetAggregateIdentifier RefundId refundId, String paymentReference)
            implements RefundCommand {}
}
