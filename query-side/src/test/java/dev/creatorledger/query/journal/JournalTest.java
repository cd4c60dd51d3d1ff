package dev.creatorledger.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentSplit;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.query.MoneyHistory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** L1, L2: what every event books. */
class JournalTest {

    /** Events that name an amount and move none, each with the reason. */
    private static final Set<String> MOVE_NOTHING = Set.of(
            "ImpressionQualified", // estimated until its window is final (L1)
            "ImpressionNotQualified", // earns nothing (A10)
            "ImpressionsSetAside", // earns nothing (A10)
            "ImpressionWindowSealed", // the channel's EarningsFinalized books it (A8)
            "PayoutRequested", // the channel's PayoutHeld books it (P3)
            "PayoutPolicySet", // thresholds
            "TierSet", // a price
            "MembershipChargeDue", // nothing was paid yet (B11)
            "MembershipChargePaid", // the day's MembershipPaymentBooked books it (L5)
            "UnowedPaymentReceived", // likewise (B11)
            "MembershipDaySealed", // the channel's MembershipIncomeFinalized books it (L5)
            "RefundDue"); // the day's MembershipRefundBooked books it (L5)

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final PayoutId PAYOUT = new PayoutId("p-1");
    private static final Money FIVE = Money.rialMicros(5);
    private static final Currency USD = Currency.getInstance("USD");
    private static final MembershipDayId DAY = new MembershipDayId(CHANNEL, USD, LocalDate.of(2026, 2, 1));
    private static final RefundId REFUND = new RefundId("r-1");
    private static final PaymentSplit SPLIT = PaymentSplit.of(new Money(1_001, USD), new Money(100, USD), 7_000);

    private static Map<String, Long> postings(LedgerEvent event) {
        Map<String, Long> postings = new HashMap<>();
        Journal.entryOf(event)
                .orElseThrow()
                .postings()
                .forEach(posting ->
                        postings.put(posting.account().name(), posting.amount().micros()));
        return postings;
    }

    private static String of(String account) {
        return "liabilities:creators:ch-1:" + account;
    }

    @Test
    void names_every_event_with_an_amount() {
        Set<String> booked = Journal.types();
        assertThat(EventTypes.all().values())
                .filteredOn(type -> holdsMoney(type))
                .extracting(Class::getSimpleName)
                .allSatisfy(type -> assertThat(booked.contains(type) ^ MOVE_NOTHING.contains(type))
                        .as("%s is booked, or known to move nothing", type)
                        .isTrue());
    }

    private static boolean holdsMoney(Type type) {
        if (type instanceof ParameterizedType list) {
            return Arrays.stream(list.getActualTypeArguments()).anyMatch(JournalTest::holdsMoney);
        }
        return type == Money.class
                || (type instanceof Class<?> known
                        && known.isRecord()
                        && Arrays.stream(known.getRecordComponents())
                                .map(RecordComponent::getGenericType)
                                .anyMatch(JournalTest::holdsMoney));
    }

    @Property(tries = 200)
    void is_balanced_in_every_currency_and_posts_once_per_account(@ForAll long seed) {
        for (LedgerEvent event : MoneyHistory.of(seed, 2, 40)) {
            List<Posting> postings = Journal.entryOf(event).map(Entry::postings).orElse(List.of());
            Map<Currency, Money> sums = new HashMap<>();
            postings.forEach(posting -> sums.merge(posting.amount().currency(), posting.amount(), Money::plus));
            assertThat(sums.values()).allMatch(sum -> sum.micros() == 0);
            assertThat(postings).extracting(Posting::account).doesNotHaveDuplicates();
        }
    }

    @Test
    void books_ad_income_from_advertisers_to_creator_and_platform() {
        Money net = Money.rialMicros(11);
        EarningsFinalized event = new EarningsFinalized(
                CHANNEL, WindowId.of(CHANNEL, Instant.EPOCH), 2, net, net.creatorPart(5_000), FIVE, 5_000, 1);
        assertThat(postings(event))
                .isEqualTo(
                        Map.of("assets:receivable:advertisers", 11L, of("payable"), -6L, "income:platform:ads", -5L));
        assertThat(Journal.entryOf(event).orElseThrow().reference()).isEqualTo("ch-1:1970-01-01T00");
    }

    @Test
    void books_nothing_where_a_window_brought_nothing() {
        Money none = Money.rialMicros(0);
        assertThat(Journal.entryOf(new EarningsFinalized(
                        CHANNEL, WindowId.of(CHANNEL, Instant.EPOCH), 0, none, none, none, 5_000, 1)))
                .isEmpty();
    }

    @Test
    void books_a_payout_to_the_bank_and_back() {
        assertThat(postings(new PayoutHeld(CHANNEL, PAYOUT, FIVE)))
                .isEqualTo(Map.of(of("payable"), 5L, of("held"), -5L));
        assertThat(postings(new PayoutReleased(CHANNEL, PAYOUT, FIVE, Cause.FAILED)))
                .isEqualTo(Map.of(of("held"), 5L, of("payable"), -5L));
        assertThat(postings(new PayoutPaid(CHANNEL, PAYOUT, FIVE)))
                .isEqualTo(Map.of(of("held"), 5L, "assets:bank", -5L));
        assertThat(postings(new PayoutMoneyReturned(CHANNEL, PAYOUT, FIVE)))
                .isEqualTo(Map.of("assets:bank", 5L, of("payable"), -5L));
        assertThat(Journal.entryOf(new PayoutReleased(CHANNEL, PAYOUT, FIVE, Cause.FAILED))
                        .orElseThrow()
                        .kind())
                .isEqualTo("PAYOUT_FAILED");
    }

    @Test
    void books_a_members_payment_and_its_refund_by_the_recorded_split() {
        assertThat(postings(new MembershipPaymentBooked(DAY, new MembershipId("m"), new ChargeId("c"), SPLIT)))
                .isEqualTo(Map.of(
                        "assets:receivable:payments",
                        1_001L,
                        of("accrued"),
                        -631L,
                        "income:platform:memberships",
                        -270L,
                        "liabilities:tax",
                        -100L));
        assertThat(postings(new MembershipRefundBooked(DAY, new MembershipId("m"), REFUND, SPLIT)))
                .isEqualTo(Map.of(
                        of("accrued"),
                        631L,
                        "income:platform:memberships",
                        270L,
                        "liabilities:tax",
                        100L,
                        "liabilities:refunds",
                        -1_001L));
        assertThat(postings(new RefundSettled(REFUND, "ref", SPLIT, Instant.EPOCH)))
                .isEqualTo(Map.of("liabilities:refunds", 1_001L, "assets:receivable:payments", -1_001L));
    }

    @Test
    void books_a_members_day_the_other_way_round_where_more_was_paid_back() {
        assertThat(postings(new MembershipIncomeFinalized(CHANNEL, DAY, new Money(7, USD))))
                .isEqualTo(Map.of(of("accrued"), 7L, of("payable"), -7L));
        assertThat(postings(new MembershipIncomeFinalized(CHANNEL, DAY, new Money(-7, USD))))
                .isEqualTo(Map.of(of("accrued"), -7L, of("payable"), 7L));
    }

    @Test
    void knows_accounts_by_their_names() {
        for (String name : List.of(
                "assets:bank",
                "liabilities:tax",
                "income:platform:memberships",
                of("payable"),
                of("held"),
                of("accrued"))) {
            assertThat(Account.named(name).orElseThrow().name()).isEqualTo(name);
        }
        for (String name : List.of(
                "",
                "assets",
                "payable",
                "liabilities:creators:payable",
                "liabilities:creators::held",
                of("paid"),
                "liabilities:creators:a:b:held")) {
            assertThat(Account.named(name)).as(name).isEmpty();
        }
    }
}
