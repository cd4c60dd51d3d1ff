package dev.creatorledger.query;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.person.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What can happen to a membership, in tests; its periods are of thirty days. */
public record Membership(MembershipId id, ChannelId channelId, MemberId memberId) {

    /** What a period costs, tax included. */
    public static final Money PRICE = Money.ofMajor("4.99", Currency.getInstance("USD"));

    /** A period of the tests. */
    public static final Duration PERIOD = Duration.ofDays(30);

    /** What a payment of a period is split into. */
    public static final PaymentSplit SPLIT =
            PaymentSplit.of(PRICE, Money.ofMajor("0.4", Currency.getInstance("USD")), 7_000);

    /** The tier that is joined. */
    public static final TierId GOLD = new TierId("gold");

    /** A membership whose identity names its channel and member. */
    public static Membership of(ChannelId channelId, String member) {
        return new Membership(
                new MembershipId(channelId.value() + "-" + member),
                channelId,
                new MemberId(channelId.value() + member));
    }

    /** It is joined. */
    public MembershipStarted started(Instant at, @Nullable Personal name) {
        return new MembershipStarted(id, channelId, memberId, name, GOLD, Platform.WEB, at, 1);
    }

    /** The charge of the period that begins then. */
    public ChargeId charge(Instant periodStart) {
        return ChargeId.ofPeriod(id, periodStart);
    }

    /** A period's charge is asked at its start. */
    public MembershipChargeDue due(Instant periodStart) {
        return due(periodStart, periodStart, 1);
    }

    /** A period's charge is asked, or asked again. */
    public MembershipChargeDue due(Instant periodStart, Instant dueAt, int attempt) {
        return new MembershipChargeDue(
                id,
                channelId,
                memberId,
                charge(periodStart),
                ChargeKind.PERIOD,
                GOLD,
                PRICE,
                periodStart,
                periodStart.plus(PERIOD),
                dueAt,
                attempt);
    }

    /** A period is paid. */
    public MembershipChargePaid paid(Instant periodStart) {
        return new MembershipChargePaid(
                id,
                charge(periodStart),
                ChargeKind.PERIOD,
                GOLD,
                "pay-" + periodStart,
                SPLIT,
                periodStart,
                periodStart.plus(PERIOD),
                periodStart);
    }

    /** A period's charge is declined. */
    public MembershipChargeDeclined declined(Instant periodStart, int attempt, @Nullable Instant nextAttemptAt) {
        return new MembershipChargeDeclined(id, charge(periodStart), attempt, null, periodStart, nextAttemptAt);
    }

    /** A period's charge is withdrawn. */
    public MembershipChargeWithdrawn withdrawn(Instant periodStart) {
        return new MembershipChargeWithdrawn(id, charge(periodStart), false);
    }
}
