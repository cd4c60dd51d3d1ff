package dev.creatorledger.query.journal;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How events of one type are booked (L1): a pure function, kept as data, so that it is also known which accounts a type
 * of event can touch.
 *
 * @param type the event's class
 * @param stream whose stream the event is in
 * @param kind what happened
 * @param reference what it happened to
 * @param channel whose accounts are meant; null where none of a channel's are
 * @param moves from where to where
 */
record Booking<E extends LedgerEvent>(
        Class<E> type,
        Stream stream,
        Function<? super E, String> kind,
        Function<? super E, String> reference,
        @Nullable Function<? super E, ChannelId> channel,
        List<Move<E>> moves) {

    /** The streams that events are found in, by the channel. */
    enum Stream {
        CHANNEL,
        MEMBERSHIP_DAY,
        REFUND
    }

    /**
     * One transfer.
     *
     * @param debit the account that is debited
     * @param credit the account that is credited
     * @param amount how much, by the event
     */
    record Move<E>(AccountKind debit, AccountKind credit, Function<? super E, Money> amount) {}

    /** Copies the moves. */
    Booking {
        moves = List.copyOf(moves);
    }

    /** What an event books. */
    Entry entryOf(LedgerEvent booked) {
        E event = type.cast(booked);
        Entry.Transfers transfers = new Entry.Transfers();
        for (Move<E> move : moves) {
            transfers.transfer(
                    account(move.debit(), event),
                    account(move.credit(), event),
                    move.amount().apply(event));
        }
        return new Entry(kind.apply(event), reference.apply(event), transfers.postings());
    }

    private Account account(AccountKind account, E event) {
        return new Account(account, account.isOfChannel() && channel != null ? channel.apply(event) : null);
    }

    /** Whether such an event can post to accounts of a kind. */
    boolean touches(AccountKind account) {
        return moves.stream().anyMatch(move -> move.debit() == account || move.credit() == account);
    }
}
