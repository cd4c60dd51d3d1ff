package dev.creatorledger.events.contract;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipDaySealed;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipCancelled;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDeclined;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.MembershipLapsed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipPaused;
import dev.creatorledger.events.membership.MembershipEvent.MembershipResumed;
import dev.creatorledger.events.membership.MembershipEvent.MembershipStarted;
import dev.creatorledger.events.membership.MembershipEvent.TierChangePlanned;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.PauseCause.Opener;
import dev.creatorledger.events.membership.PaymentReferenceEvent.PaymentReferenceUsed;
import dev.creatorledger.events.membership.PaymentReferenceId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeEnabled;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkJoined;
import dev.creatorledger.events.membership.ProgrammeEvent.NetworkLeft;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseClosed;
import dev.creatorledger.events.membership.ProgrammeEvent.PauseCauseOpened;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.ProgrammeEvent.VideosCounted;
import dev.creatorledger.events.membership.ProgrammeEvidence;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.membership.SlotEvent.SlotFreed;
import dev.creatorledger.events.membership.SlotEvent.SlotTaken;
import dev.creatorledger.events.membership.SlotId;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelAdded;
import dev.creatorledger.events.network.NetworkEvent.NetworkChannelRemoved;
import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkRenamed;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.wakeup.WakeUp.ProgrammeExpiryReached;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Every event of memberships and networks as it can be. */
final class SampleMemberships {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final NetworkId NETWORK = new NetworkId("net-1");
    private static final MembershipId MEMBERSHIP = new MembershipId("ms-1");
    private static final MemberId MEMBER = new MemberId("mem-1");
    private static final TierId GOLD = new TierId("gold");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Money PRICE = Money.ofMajor("4.99", USD);
    private static final PaymentSplit SPLIT = PaymentSplit.of(PRICE, Money.ofMajor("0.4", USD), 7_000);
    private static final Instant START = Instant.parse("2026-01-31T10:15:30.123456Z");
    private static final Instant END = Instant.parse("2026-02-28T10:15:30.123456Z");
    private static final ChargeId CHARGE = ChargeId.ofPeriod(MEMBERSHIP, START);
    private static final RefundId REFUND = RefundId.ofPaymentOf(CHARGE);
    private static final SlotId SLOT = new SlotId(CHANNEL, MEMBER);
    private static final MembershipDayId DAY = MembershipDayId.of(CHANNEL, USD, START);

    private SampleMemberships() {}

    static List<LedgerEvent> all() {
        return Stream.of(networks(), programmes(), memberships(), charges(), money())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LedgerEvent> networks() {
        return List.of(
                new NetworkRegistered(NETWORK, "Kitchen Network"),
                new NetworkRenamed(NETWORK, "Kitchens"),
                new NetworkTermsAccepted(NETWORK),
                new NetworkChannelAdded(NETWORK, CHANNEL),
                new NetworkChannelRemoved(NETWORK, CHANNEL),
                new NetworkJoined(CHANNEL, NETWORK),
                new NetworkLeft(CHANNEL, NETWORK));
    }

    private static List<LedgerEvent> programmes() {
        ProgrammeEvidence evidence = new ProgrammeEvidence("IR", false, 20, 1, 2, NETWORK, true, 1);
        ProgrammeEvidence alone = new ProgrammeEvidence("IR", false, 20, 1, 2, null, false, 1);
        List<Perk> perks = List.of(
                new Perk(Perk.Kind.BADGE, "A badge", "Beside your name"), new Perk(Perk.Kind.VIDEO, "Videos", null));
        return List.of(
                new VideosCounted(CHANNEL, 20, 1, 2),
                new TierSet(CHANNEL, new Tier(GOLD, "Gold", 2, PRICE, false, perks), START),
                new PauseCauseOpened(CHANNEL, PauseCause.MADE_FOR_KIDS, Opener.SERVICE, START),
                new PauseCauseClosed(CHANNEL, PauseCause.MADE_FOR_KIDS, Opener.SERVICE, END),
                new MembershipProgrammeEnabled(CHANNEL, 1, evidence, START),
                new MembershipProgrammeEnabled(CHANNEL, 1, alone, START),
                new MembershipProgrammePaused(CHANNEL, 2, PauseCause.MADE_FOR_KIDS, START),
                new MembershipProgrammeResumed(CHANNEL, 3, evidence, END),
                new MembershipProgrammeTerminated(CHANNEL, 4, EndReason.PAUSE_EXPIRED, END),
                new MembershipRefundsBooked(CHANNEL, 4),
                new ProgrammeExpiryReached(CHANNEL, END));
    }

    private static List<LedgerEvent> memberships() {
        Personal name = new Personal(PersonId.member(MEMBER), "1.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMn");
        return List.of(
                new MembershipStarted(MEMBERSHIP, CHANNEL, MEMBER, name, GOLD, Platform.ANDROID, START, 1),
                new MembershipStarted(MEMBERSHIP, CHANNEL, MEMBER, null, GOLD, Platform.WEB, START, 1),
                new TierChangePlanned(MEMBERSHIP, GOLD),
                new TierChanged(MEMBERSHIP, GOLD, START),
                new MembershipPaused(MEMBERSHIP, 2, START, END),
                new MembershipPaused(MEMBERSHIP, 2, START, null),
                new MembershipResumed(MEMBERSHIP, 3, START, END),
                new MembershipCancelled(MEMBERSHIP, START, END),
                new MembershipLapsed(MEMBERSHIP, END),
                new MembershipEnded(MEMBERSHIP, EndReason.MOBILE_PERIOD_ENDED, END),
                new SlotTaken(SLOT, MEMBERSHIP),
                new SlotFreed(SLOT, MEMBERSHIP));
    }

    private static List<LedgerEvent> charges() {
        return List.of(
                new MembershipChargeDue(
                        MEMBERSHIP, CHANNEL, MEMBER, CHARGE, ChargeKind.PERIOD, GOLD, PRICE, START, END, START, 1),
                new MembershipChargeDeclined(MEMBERSHIP, CHARGE, 1, "pay-1", START, START.plusSeconds(86_400)),
                new MembershipChargeDeclined(MEMBERSHIP, CHARGE, 5, null, START, null),
                new MembershipChargePaid(
                        MEMBERSHIP, CHARGE, ChargeKind.UPGRADE, GOLD, "pay-1", SPLIT, START, END, START),
                new UnowedPaymentReceived(MEMBERSHIP, CHARGE, "pay-1", SPLIT, START),
                new MembershipChargeWithdrawn(MEMBERSHIP, CHARGE, true),
                new PaymentReferenceUsed(PaymentReferenceId.of("pay-1"), "pay-1", CHARGE));
    }

    private static List<LedgerEvent> money() {
        return List.of(
                new MembershipPaymentBooked(DAY, MEMBERSHIP, CHARGE, SPLIT),
                new MembershipRefundBooked(DAY, MEMBERSHIP, REFUND, SPLIT),
                new MembershipDaySealed(DAY, 3, 1, SPLIT.creatorPart(), SPLIT.platformPart(), SPLIT.tax()),
                new MembershipIncomeFinalized(CHANNEL, DAY, SPLIT.creatorPart()),
                new RefundDue(REFUND, MEMBERSHIP, CHANNEL, MEMBER, CHARGE, SPLIT, RefundCause.PAUSE_EXPIRED, START),
                new RefundSettled(REFUND, "back-1", SPLIT, END));
    }
}
