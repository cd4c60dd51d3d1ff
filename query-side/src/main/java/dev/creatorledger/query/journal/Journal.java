package dev.creatorledger.query.journal;

import static dev.creatorledger.query.journal.AccountKind.ACCRUED;
import static dev.creatorledger.query.journal.AccountKind.ADS;
import static dev.creatorledger.query.journal.AccountKind.ADVERTISERS;
import static dev.creatorledger.query.journal.AccountKind.BANK;
import static dev.creatorledger.query.journal.AccountKind.HELD;
import static dev.creatorledger.query.journal.AccountKind.MEMBERSHIPS;
import static dev.creatorledger.query.journal.AccountKind.PAYABLE;
import static dev.creatorledger.query.journal.AccountKind.PAYMENTS;
import static dev.creatorledger.query.journal.AccountKind.REFUNDS;
import static dev.creatorledger.query.journal.AccountKind.TAX;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutPaid;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipPaymentBooked;
import dev.creatorledger.events.membership.MembershipDayEvent.MembershipRefundBooked;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipIncomeFinalized;
import dev.creatorledger.events.membership.RefundEvent.RefundSettled;
import dev.creatorledger.query.journal.Booking.Move;
import dev.creatorledger.query.journal.Booking.Stream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event that moves money, and what it books (L1). Nothing else creates an entry; a test names any event with an
 * amount that is neither here nor known to move none.
 */
public final class Journal {

    private static final List<Booking<?>> ALL = List.of(
            new Booking<>(
                    EarningsFinalized.class,
                    Stream.CHANNEL,
                    e -> "AD_WINDOW",
                    e -> e.windowId().value(),
                    EarningsFinalized::channelId,
                    List.of(
                            new Move<>(ADVERTISERS, PAYABLE, EarningsFinalized::creatorPart),
                            new Move<>(ADVERTISERS, ADS, EarningsFinalized::platformPart))),
            new Booking<>(
                    PayoutHeld.class,
                    Stream.CHANNEL,
                    e -> "PAYOUT_HELD",
                    e -> e.payoutId().value(),
                    PayoutHeld::channelId,
                    List.of(new Move<>(PAYABLE, HELD, PayoutHeld::amount))),
            new Booking<>(
                    PayoutReleased.class,
                    Stream.CHANNEL,
                    e -> "PAYOUT_" + e.cause().name(),
                    e -> e.payoutId().value(),
                    PayoutReleased::channelId,
                    List.of(new Move<>(HELD, PAYABLE, PayoutReleased::amount))),
            new Booking<>(
                    PayoutPaid.class,
                    Stream.CHANNEL,
                    e -> "PAYOUT_PAID",
                    e -> e.payoutId().value(),
                    PayoutPaid::channelId,
                    List.of(new Move<>(HELD, BANK, PayoutPaid::amount))),
            new Booking<>(
                    PayoutMoneyReturned.class,
                    Stream.CHANNEL,
                    e -> "PAYOUT_RETURNED",
                    e -> e.payoutId().value(),
                    PayoutMoneyReturned::channelId,
                    List.of(new Move<>(BANK, PAYABLE, PayoutMoneyReturned::amount))),
            new Booking<>(
                    MembershipPaymentBooked.class,
                    Stream.MEMBERSHIP_DAY,
                    e -> "MEMBERSHIP_PAYMENT",
                    e -> e.chargeId().value(),
                    e -> e.dayId().channelId(),
                    List.of(
                            new Move<>(PAYMENTS, ACCRUED, e -> e.split().creatorPart()),
                            new Move<>(PAYMENTS, MEMBERSHIPS, e -> e.split().platformPart()),
                            new Move<>(PAYMENTS, TAX, e -> e.split().tax()))),
            new Booking<>(
                    MembershipRefundBooked.class,
                    Stream.MEMBERSHIP_DAY,
                    e -> "MEMBERSHIP_REFUND",
                    e -> e.refundId().value(),
                    e -> e.dayId().channelId(),
                    List.of(
                            new Move<>(ACCRUED, REFUNDS, e -> e.split().creatorPart()),
                            new Move<>(MEMBERSHIPS, REFUNDS, e -> e.split().platformPart()),
                            new Move<>(TAX, REFUNDS, e -> e.split().tax()))),
            new Booking<>(
                    MembershipIncomeFinalized.class,
                    Stream.CHANNEL,
                    e -> "MEMBERSHIP_DAY",
                    e -> e.dayId().value(),
                    MembershipIncomeFinalized::channelId,
                    List.of(new Move<>(ACCRUED, PAYABLE, MembershipIncomeFinalized::creatorPart))),
            new Booking<>(
                    RefundSettled.class,
                    Stream.REFUND,
                    e -> "REFUND_SETTLED",
                    e -> e.refundId().value(),
                    null,
                    List.of(new Move<>(REFUNDS, PAYMENTS, e -> e.split().amount()))));

    private static final Map<Class<?>, Booking<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Booking::type, Function.identity()));

    private Journal() {}

    /** The classes of the events that move money. */
    public static Set<Class<? extends LedgerEvent>> events() {
        return ALL.stream().map(Booking::type).collect(Collectors.toUnmodifiableSet());
    }

    /** What an event books; empty if it moves nothing, by its type or its amounts. */
    public static Optional<Entry> entryOf(LedgerEvent event) {
        return Optional.ofNullable(BY_TYPE.get(event.getClass()))
                .map(booking -> booking.entryOf(event))
                .filter(entry -> !entry.postings().isEmpty());
    }

    /** The simple names of all of them. */
    static Set<String> types() {
        return names(booking -> true);
    }

    /** Those in one kind of stream. */
    static Set<String> typesIn(Stream stream) {
        return names(booking -> booking.stream() == stream);
    }

    /** Those in one kind of stream that can post to accounts of a kind. */
    static Set<String> typesTouching(AccountKind account, Stream stream) {
        return names(booking -> booking.touches(account) && booking.stream() == stream);
    }

    /** Those that can post to accounts of a kind. */
    static Set<String> typesTouching(AccountKind account) {
        return names(booking -> booking.touches(account));
    }

    private static Set<String> names(java.util.function.Predicate<Booking<?>> chosen) {
        return ALL.stream()
                .filter(chosen)
                .map(booking -> booking.type().getSimpleName())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whose accounts an event posts to, of those of channels; empty for the platform's alone. */
    static Optional<ChannelId> channelOf(Entry entry) {
        return entry.postings().stream()
                .flatMap(posting -> Optional.ofNullable(posting.account().channelId()).stream())
                .findFirst();
    }
}
