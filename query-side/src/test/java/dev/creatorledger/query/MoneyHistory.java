package dev.creatorledger.query;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased.Cause;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipDaySealed;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes histories of money from a seed: income of ads and members, payouts, refunds, in an order that can happen. */
public final class MoneyHistory {

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<Cause> CAUSES = List.of(Cause.REJECTED, Cause.CANCELLED, Cause.FAILED);
    private static final MembershipId MEMBERSHIP = new MembershipId("m-1");

    private final Random random;
    private final int channels;
    private final List<LedgerEvent> events = new ArrayList<>();
    private final Map<String, Money> available = new HashMap<>();
    private final Map<String, Money> open = new HashMap<>();
    private final Map<String, PayoutId> openIds = new HashMap<>();
    private final Map<MembershipDayId, Money> days = new HashMap<>();
    private final Deque<LedgerEvent> returnable = new ArrayDeque<>();
    private final Deque<MembershipPaymentBooked> paid = new ArrayDeque<>();
    private final Deque<RefundSettled> due = new ArrayDeque<>();
    private int number;

    private MoneyHistory(long seed, int channels) {
        this.random = new Random(seed);
        this.channels = channels;
    }

    /** A history of so many channels in which so many things happen. */
    public static List<LedgerEvent> of(long seed, int channels, int happenings) {
        MoneyHistory history = new MoneyHistory(seed, channels);
        for (int i = 0; i < happenings; i++) {
            history.happen();
        }
        return List.copyOf(history.events);
    }

    private void happen() {
        number++;
        ChannelId channel = History.channel(random.nextInt(channels));
        Currency currency = random.nextBoolean() ? USD : Money.IRR;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> earn(channel);
            case 3, 4 -> ask(channel, currency);
            case 5, 6 -> end(channel, currency);
            case 7 -> giveBack();
            case 8 -> pay(channel, currency);
            case 9 -> refund();
            case 10 -> seal();
            default -> events.add(new FollowersReported(channel, number));
        }
    }

    private static String key(ChannelId channel, Currency currency) {
        return channel.value() + currency;
    }

    private void change(ChannelId channel, Money amount) {
        available.merge(key(channel, amount.currency()), amount, Money::plus);
    }

    private void earn(ChannelId channel) {
        Money net = Money.rialMicros(random.nextLong(9_000_000_000_000L));
        Money part = net.creatorPart(5_001);
        Instant hour = History.START.plus(number, ChronoUnit.HOURS);
        events.add(new EarningsFinalized(
                channel, WindowId.of(channel, hour), number, net, part, net.minus(part), 5_001, 1));
        change(channel, part);
    }

    private void ask(ChannelId channel, Currency currency) {
        Money payable = available
                .getOrDefault(key(channel, currency), Money.zero(currency))
                .payable();
        if (payable.micros() > 0 && !open.containsKey(key(channel, currency))) {
            PayoutId id = new PayoutId("p-" + number);
            events.add(new PayoutHeld(channel, id, payable));
            change(channel, Money.zero(currency).minus(payable));
            open.put(key(channel, currency), payable);
            openIds.put(key(channel, currency), id);
        }
    }

    private void end(ChannelId channel, Currency currency) {
        Money held = open.remove(key(channel, currency));
        PayoutId id = openIds.remove(key(channel, currency));
        if (held == null || id == null) {
            return;
        }
        if (random.nextBoolean()) {
            Cause cause = CAUSES.get(random.nextInt(CAUSES.size()));
            events.add(new PayoutReleased(channel, id, held, cause));
            change(channel, held);
        } else {
            PayoutPaid payment = new PayoutPaid(channel, id, held);
            events.add(payment);
            returnable.add(payment);
        }
    }

    private void giveBack() {
        if (returnable.poll() instanceof PayoutPaid payment) {
            events.add(new PayoutMoneyReturned(payment.channelId(), payment.payoutId(), payment.amount()));
            change(payment.channelId(), payment.amount());
        }
    }

    private void pay(ChannelId channel, Currency currency) {
        MembershipDayId day = day(channel, currency);
        Money amount = new Money(1 + random.nextLong(99_999_999), currency);
        Money tax = new Money(random.nextLong(amount.micros()), currency);
        PaymentSplit split = PaymentSplit.of(amount, tax, 7_000);
        MembershipPaymentBooked payment =
                new MembershipPaymentBooked(day, MEMBERSHIP, new ChargeId("c-" + number), split);
        events.add(payment);
        paid.add(payment);
        days.merge(day, split.creatorPart(), Money::plus);
    }

    private MembershipDayId day(ChannelId channel, Currency currency) {
        return new MembershipDayId(channel, currency, LocalDate.of(2026, 2, 1).plusDays(number / 20));
    }

    private void refund() {
        MembershipPaymentBooked payment = paid.poll();
        if (payment == null) {
            return;
        }
        MembershipDayId day = day(payment.dayId().channelId(), payment.dayId().currency());
        RefundId id = RefundId.ofPaymentOf(payment.chargeId());
        events.add(new MembershipRefundBooked(day, MEMBERSHIP, id, payment.split()));
        days.merge(day, Money.zero(day.currency()).minus(payment.split().creatorPart()), Money::plus);
        due.add(new RefundSettled(id, "ref-" + number, payment.split(), History.START));
        if (random.nextBoolean()) {
            events.add(due.remove());
        }
    }

    /** Days of the past only: nothing more is booked on them. */
    private void seal() {
        LocalDate today = LocalDate.of(2026, 2, 1).plusDays(number / 20);
        List<MembershipDayId> past = days.keySet().stream()
                .filter(day -> day.day().isBefore(today))
                .sorted(java.util.Comparator.comparing(MembershipDayId::value))
                .toList();
        for (MembershipDayId day : past) {
            Money net = days.remove(day);
            if (net != null) {
                Money none = Money.zero(day.currency());
                events.add(new MembershipDaySealed(day, 1, 1, net, none, none));
                events.add(new MembershipIncomeFinalized(day.channelId(), day, net));
                change(day.channelId(), net);
            }
        }
    }
}
