package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.Personal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a membership can be told. Each of them but the question brings the terms of the programme, asked in the same
 * unit of work: the membership first does what has fallen due, and follows the turns it has not seen, in the order of
 * their times (B27, B28). The answer is the commands that are carried out in the same commit.
 */
sealed interface MembershipCommand {

    /** Join (B10); quiet if it is repeated. */
    record StartMembership(
            @TargetAggregateIdentifier MembershipId membershipId,
            MemberId memberId,
            @Nullable Personal memberName,
            TierId tierId,
            Platform platform,
            ProgrammeTerms terms)
            implements MembershipCommand {}

    /** Ask whose it is; answered by {@link MembershipFacts}. */
    record AskMembership(@TargetAggregateIdentifier MembershipId membershipId) implements MembershipCommand {}

    /** What never changes about a membership. */
    record MembershipFacts(ChannelId channelId, MemberId memberId) {}

    /** Do what has fallen due, and follow the programme's turns; quiet if there is nothing. */
    record CatchUp(@TargetAggregateIdentifier MembershipId membershipId, ProgrammeTerms terms)
            implements MembershipCommand {}

    /** Cancel (B13). */
    record CancelMembership(@TargetAggregateIdentifier MembershipId membershipId, ProgrammeTerms terms)
            implements MembershipCommand {}

    /** Have another tier: a higher one for the rest of the period, a lower one from the next (B14). */
    record ChangeTier(@TargetAggregateIdentifier MembershipId membershipId, TierId tierId, ProgrammeTerms terms)
            implements MembershipCommand {}

    /** Note that a charge was paid (B11). */
    record ReportPaid(
            @TargetAggregateIdentifier MembershipId membershipId,
            ChargeId chargeId,
            String paymentReference,
            Money amount,
            Money tax,
            ProgrammeTerms terms)
            implements MembershipCommand {}

    /** Note that an attempt was declined (B12). */
    record ReportDeclined(
            @TargetAggregateIdentifier MembershipId membershipId,
            ChargeId chargeId,
            int attempt,
            @Nullable String paymentReference,
            ProgrammeTerms terms)
            implements MembershipCommand {}
}
