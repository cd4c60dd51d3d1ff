package dev.creatorledger.command.membership;

import dev.creatorledger.command.TestClock;
import dev.creatorledger.command.channel.ProgrammeTerms;
import dev.creatorledger.command.channel.ProgrammeTerms.Price;
import dev.creatorledger.command.channel.ProgrammeTerms.PricedTier;
import dev.creatorledger.command.channel.ProgrammeTerms.Status;
import dev.creatorledger.command.channel.ProgrammeTerms.Turn;
import dev.creatorledger.command.channel.ProgrammeTerms.TurnKind;
import dev.creatorledger.command.membership.MembershipCommand.CancelMembership;
import dev.creatorledger.command.membership.MembershipCommand.CatchUp;
import dev.creatorledger.command.membership.MembershipCommand.ChangeTier;
import dev.creatorledger.command.membership.MembershipCommand.ReportDeclined;
import dev.creatorledger.command.membership.MembershipCommand.ReportPaid;
import dev.creatorledger.command.membership.MembershipCommand.StartMembership;
import dev.creatorledger.command.membership.MembershipDayCommand.BookPayment;
import dev.creatorledger.command.membership.MembershipDayCommand.BookRefund;
import dev.creatorledger.command.membership.RefundCommand.OpenRefund;
import dev.creatorledger.command.membership.SlotCommand.FreeSlot;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.ChargeKind;
import dev.creatorledger.events.membership.EndReason;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargePaid;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeWithdrawn;
import dev.creatorledger.events.membership.MembershipEvent.MembershipEnded;
import dev.creatorledger.events.membership.MembershipEvent.TierChanged;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.Platform;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.membership.SlotId;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.policy.DefaultPolicies;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;

/** A membership with a past that it has lived through, at a moment: the words that its tests are written in. */
final class MembershipScenario {

    static final Currency USD = Currency.getInstance("USD");
    static final ChannelId CHANNEL = new ChannelId("ch-1");
    static final MembershipId ID = new MembershipId("m-1");
    static final MemberId MEMBER = new MemberId("parvin");
    static final SlotId SLOT = new SlotId(CHANNEL, MEMBER);
    static final TierId BRONZE = new TierId("bronze");
    static final TierId SILVER = new TierId("silver");
    static final TierId GOLD = new TierId("gold");
    static final TierId CLOSED = new TierId("closed");
    static final Money BRONZE_PRICE = usd("1.99");
    static final Money SILVER_PRICE = usd("4.99");
    static final Money GOLD_PRICE = usd("9.99");
    static final Money NO_TAX = Money.zero(USD);

    private static final Instant BEFORE = Instant.parse("2020-01-01T00:00:00Z");

    private final TestClock clock = new TestClock(BEFORE);
    private final Map<TierId, PricedTier> tiers = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final TestExecutor<Membership> past;

    private Status status = Status.ON;
    private Platform platform = Platform.WEB;

    private MembershipScenario() {
        put(BRONZE, 1, BRONZE_PRICE, false);
        put(SILVER, 2, SILVER_PRICE, false);
        put(GOLD, 3, GOLD_PRICE, false);
        put(CLOSED, 4, usd("19.99"), true);
        turns.add(new Turn(1, TurnKind.ON, BEFORE, null));
        past = new AggregateTestFixture<>(Membership.class)
                .registerInjectableResource((Clock) clock)
                .registerInjectableResource((Policies) new DefaultPolicies())
                .givenNoPriorActivity();
    }

    private void put(TierId tierId, int rank, Money price, boolean closed) {
        Tier tier = new Tier(tierId, tierId.value(), rank, price, closed, List.of());
        tiers.put(tierId, new PricedTier(tier, List.of(new Price(BEFORE, price))));
    }

    /** Nobody has joined yet. */
    static MembershipScenario nobody(String at) {
        return new MembershipScenario().at(at);
    }

    /** Joined the silver tier on the web; the first payment is awaited. */
    static MembershipScenario joined(String at) {
        return joinedOn(Platform.WEB, at);
    }

    static MembershipScenario joinedOn(Platform platform, String at) {
        MembershipScenario scenario = nobody(at);
        scenario.platform = platform;
        return scenario.given(scenario.joining(SILVER));
    }

    /** Joined the silver tier on the web and paid for the first period at once. */
    static MembershipScenario member(String at) {
        return joined(at).paid(at);
    }

    static MembershipScenario memberOn(Platform platform, String at) {
        return joinedOn(platform, at).paid(at);
    }

    static Money usd(String amount) {
        return Money.ofMajor(amount, USD);
    }

    static Instant time(String instant) {
        return Instant.parse(instant);
    }

    static ChargeId period(String start) {
        return ChargeId.ofPeriod(ID, time(start));
    }

    static ChargeId upgrade(int number) {
        return ChargeId.ofUpgrade(ID, number);
    }

    static PaymentSplit split(Money amount) {
        return PaymentSplit.of(amount, NO_TAX, 7_000);
    }

    MembershipScenario at(String instant) {
        clock.set(instant);
        return this;
    }

    /** Is told something, which goes well. */
    MembershipScenario given(Object command) {
        past.andGivenCommands(command);
        return this;
    }

    MembershipScenario paid(String periodStart) {
        return given(paying(period(periodStart), SILVER_PRICE));
    }

    MembershipScenario declined(String periodStart, int attempt) {
        return given(declining(period(periodStart), attempt));
    }

    /** What falls due is done, and the turns are followed. */
    MembershipScenario caughtUp() {
        return given(catchingUp());
    }

    /** The programme turns; the membership is not told. */
    MembershipScenario programme(TurnKind kind, String at, @Nullable EndReason reason) {
        turns.add(new Turn(turns.size() + 1L, kind, time(at), reason));
        status = switch (kind) {
            case ON, RESUMED -> Status.ON;
            case PAUSED -> Status.PAUSED;
            case TERMINATED -> Status.TERMINATED;
        };
        return this;
    }

    MembershipScenario programmePaused(String at) {
        return programme(TurnKind.PAUSED, at, null);
    }

    MembershipScenario programmeResumed(String at) {
        return programme(TurnKind.RESUMED, at, null);
    }

    MembershipScenario programmeTerminated(String at, EndReason reason) {
        return programme(TurnKind.TERMINATED, at, reason);
    }

    /** A tier has another price from a time on. */
    MembershipScenario priced(TierId tierId, String from, Money price) {
        PricedTier before = Objects.requireNonNull(tiers.get(tierId));
        List<Price> prices = new ArrayList<>(before.prices());
        prices.add(new Price(time(from), price));
        Tier tier = before.tier();
        tiers.put(
                tierId,
                new PricedTier(new Tier(tierId, tier.name(), tier.rank(), price, tier.closed(), tier.perks()), prices));
        return this;
    }

    ProgrammeTerms terms() {
        return new ProgrammeTerms(CHANNEL, status, turns, tiers);
    }

    StartMembership joining(TierId tierId) {
        return new StartMembership(ID, MEMBER, null, tierId, platform, terms());
    }

    CatchUp catchingUp() {
        return new CatchUp(ID, terms());
    }

    CancelMembership cancelling() {
        return new CancelMembership(ID, terms());
    }

    ChangeTier changingTo(TierId tierId) {
        return new ChangeTier(ID, tierId, terms());
    }

    ReportPaid paying(ChargeId chargeId, Money amount) {
        return paying(chargeId, amount, NO_TAX);
    }

    ReportPaid paying(ChargeId chargeId, Money amount, Money tax) {
        return new ReportPaid(ID, chargeId, "PR-" + chargeId.value(), amount, tax, terms());
    }

    ReportDeclined declining(ChargeId chargeId, int attempt) {
        return new ReportDeclined(ID, chargeId, attempt, null, terms());
    }

    ResultValidator<Membership> when(Object command) {
        return past.when(command);
    }

    ResultValidator<Membership> whenCaughtUp(String at) {
        return at(at).when(catchingUp());
    }

    /** A charge for a month of the silver tier. */
    static MembershipChargeDue silverDue(String start, String end, String dueAt, int attempt) {
        return due(SILVER, SILVER_PRICE, start, end, dueAt, attempt);
    }

    static MembershipChargeDue due(TierId tier, Money price, String start, String end, String dueAt, int attempt) {
        return new MembershipChargeDue(
                ID,
                CHANNEL,
                MEMBER,
                period(start),
                ChargeKind.PERIOD,
                tier,
                price,
                time(start),
                time(end),
                time(dueAt),
                attempt);
    }

    static MembershipChargeDue upgradeDue(int number, Money amount, String start, String end, String at) {
        return new MembershipChargeDue(
                ID,
                CHANNEL,
                MEMBER,
                upgrade(number),
                ChargeKind.UPGRADE,
                GOLD,
                amount,
                time(start),
                time(end),
                time(at),
                1);
    }

    static MembershipChargePaid silverPaid(String start, String end, String at) {
        ChargeId charge = period(start);
        return new MembershipChargePaid(
                ID,
                charge,
                ChargeKind.PERIOD,
                SILVER,
                "PR-" + charge.value(),
                split(SILVER_PRICE),
                time(start),
                time(end),
                time(at));
    }

    static MembershipChargeWithdrawn withdrawn(ChargeId chargeId, boolean stillCounts) {
        return new MembershipChargeWithdrawn(ID, chargeId, stillCounts);
    }

    static MembershipEnded ended(EndReason reason, String at) {
        return new MembershipEnded(ID, reason, time(at));
    }

    static TierChanged changed(TierId tierId, String at) {
        return new TierChanged(ID, tierId, time(at));
    }

    static UseReference using(ChargeId chargeId) {
        return new UseReference("PR-" + chargeId.value(), chargeId);
    }

    static BookPayment booking(ChargeId chargeId, Money amount, String at) {
        return new BookPayment(MembershipDayId.of(CHANNEL, USD, time(at)), ID, chargeId, split(amount));
    }

    /** What a refund comes to: it is opened, and booked on the day of its event. */
    static List<Object> refunding(ChargeId chargeId, PaymentSplit split, RefundCause cause, String dueAt, String now) {
        RefundId refund = RefundId.ofPaymentOf(chargeId);
        return List.of(
                new OpenRefund(refund, ID, CHANNEL, MEMBER, chargeId, split, cause, time(dueAt)),
                new BookRefund(MembershipDayId.of(CHANNEL, USD, time(now)), ID, refund, split));
    }

    static FreeSlot freeingTheSlot() {
        return new FreeSlot(SLOT, ID);
    }

    @SafeVarargs
    static List<Object> inOrder(List<Object>... parts) {
        List<Object> all = new ArrayList<>();
        for (List<Object> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    static void quiet(ResultValidator<Membership> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents().expectResultMessagePayload(List.of());
    }
}
