package dev.creatorledger.events.membership;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a membership, from joining to its end (B10–B15, B20–B26). */
public sealed interface MembershipEvent extends LedgerEvent {

    /** The membership it happened to. */
    MembershipId membershipId();

    /**
     * A viewer joined; the first payment is awaited (B10).
     *
     * @param memberName the member's name, sealed, if it was given (U7)
     * @param turn the programme's turn at that time (B27)
     */
    record MembershipStarted(
            MembershipId membershipId,
            ChannelId channelId,
            MemberId memberId,
            @Nullable Personal memberName,
            TierId tierId,
            Platform platform,
            Instant joinedAt,
            long turn)
            implements MembershipEvent {}

    /**
     * A charge is to be collected: for the first time, or again after it was declined (B11, B12, B14).
     *
     * @param tierId the tier that it pays for
     * @param dueAt since when this attempt is due; the first attempt of a period at the period's start
     */
    record MembershipChargeDue(
            MembershipId membershipId,
            ChannelId channelId,
            MemberId memberId,
            ChargeId chargeId,
            ChargeKind kind,
            TierId tierId,
            Money amount,
            Instant periodStart,
            Instant periodEnd,
            Instant dueAt,
            int attempt)
            implements MembershipEvent {}

    /**
     * An attempt was declined; perks stop until the payment (B12).
     *
     * @param nextAttemptAt when it is asked again; absent if it is not
     */
    record MembershipChargeDeclined(
            MembershipId membershipId,
            ChargeId chargeId,
            int attempt,
            @Nullable String paymentReference,
            Instant declinedAt,
            @Nullable Instant nextAttemptAt)
            implements MembershipEvent {}

    /**
     * A charge was paid (B11).
     *
     * @param tierId the tier that it pays for
     * @param split what was paid and who gets what of it (B5)
     */
    record MembershipChargePaid(
            MembershipId membershipId,
            ChargeId chargeId,
            ChargeKind kind,
            TierId tierId,
            String paymentReference,
            PaymentSplit split,
            Instant periodStart,
            Instant periodEnd,
            Instant paidAt)
            implements MembershipEvent {}

    /** A payment was reported for a charge that had been withdrawn: it is booked, and refunded in full (B11). */
    record UnowedPaymentReceived(
            MembershipId membershipId, ChargeId chargeId, String paymentReference, PaymentSplit split, Instant paidAt)
            implements MembershipEvent {}

    /**
     * A charge is no longer to be collected (B11, B21).
     *
     * @param stillCounts whether a payment of it that is reported later counts: so it is with a renewal that was asked
     *     before a pause; else it is not owed
     */
    record MembershipChargeWithdrawn(MembershipId membershipId, ChargeId chargeId, boolean stillCounts)
            implements MembershipEvent {}

    /** Another tier begins with the next period (B14); the present one if a planned change is given up. */
    record TierChangePlanned(MembershipId membershipId, TierId tierId) implements MembershipEvent {}

    /** The member has another tier from now on (B14). */
    record TierChanged(MembershipId membershipId, TierId tierId, Instant changedAt) implements MembershipEvent {}

    /**
     * The programme's pause has reached the membership: no perks, no charges (B21).
     *
     * @param endsAt when the pause ends the membership, if it lasts: the end of its billing period if a store of a
     *     mobile platform sold it (B23); absent for one of the web
     */
    record MembershipPaused(MembershipId membershipId, long turn, Instant pausedAt, @Nullable Instant endsAt)
            implements MembershipEvent {}

    /**
     * The end of the pause has reached the membership (B22).
     *
     * @param coveredUntil until when perks last without a further charge: the start of the next billing period
     */
    record MembershipResumed(MembershipId membershipId, long turn, Instant resumedAt, Instant coveredUntil)
            implements MembershipEvent {}

    /**
     * The member cancelled (B13).
     *
     * @param perksUntil the end of the paid period; the time of cancelling if there is none
     */
    record MembershipCancelled(MembershipId membershipId, Instant cancelledAt, Instant perksUntil)
            implements MembershipEvent {}

    /** The last attempt was declined (B12). */
    record MembershipLapsed(MembershipId membershipId, Instant lapsedAt) implements MembershipEvent {}

    /** The service ended it (B21, B23, B25, B26). */
    record MembershipEnded(MembershipId membershipId, EndReason reason, Instant endedAt) implements MembershipEvent {}
}
