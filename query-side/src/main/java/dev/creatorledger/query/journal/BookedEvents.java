package dev.creatorledger.query.journal;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredEvents.Source;
import dev.creatorledger.query.journal.Booking.Stream;
import dev.creatorledger.query.view.EventDecoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the journal from the events themselves, along the store's indexes: no line of it is kept a second time. */
public final class BookedEvents {

    private final StoredEvents events;
    private final EventDecoder decoder;

    /** Reads from the event store. */
    public BookedEvents(StoredEvents events, EventDecoder decoder) {
        this.events = events;
        this.decoder = decoder;
    }

    /**
     * An event that moved money, and what it booked.
     *
     * @param stored the event as it is stored
     * @param event the same, read
     * @param entry what it booked
     */
    public record Booked(StoredEvent stored, LedgerEvent event, Entry entry) {

        /** The identity of the entry, derived from the event's. */
        public String entryId() {
            return EntryJson.idOf(stored);
        }

        /** By how much what a creator can ask for has changed; empty if it has not. */
        public Optional<Money> available(ChannelId channelId) {
            // A liability: what the creator has is what the platform owes, credits that is.
            return entry.postedTo(Account.payable(channelId))
                    .map(posted -> Money.zero(posted.currency()).minus(posted));
        }
    }

    /** The newest events that can move money, newest first, before a position. */
    List<StoredEvent> newest(long before, int limit) {
        return events.newest(List.of(new Source(Journal.types(), null)), before, limit);
    }

    /** The newest events that can post to an account, newest first, before a position. */
    List<StoredEvent> newest(Account account, long before, int limit) {
        return events.newest(sources(account), before, limit);
    }

    /**
     * The oldest events that can move money, oldest first, at most {@code limit}, with {@code after < position <=
     * upTo}.
     *
     * @param channelId whose accounts they post to; absent: any
     */
    public List<StoredEvent> oldest(@Nullable ChannelId channelId, long after, long upTo, int limit) {
        return events.oldest(sources(channelId), after, upTo, limit);
    }

    /**
     * Everything that changed what a creator can ask for, oldest first, with {@code after < position <= upTo}: the
     * channel's own stream, of which only events that move money are read, one after the other.
     */
    public void ofPayable(ChannelId channelId, long after, long upTo, Consumer<Booked> each) {
        Set<String> types = Journal.typesTouching(AccountKind.PAYABLE, Stream.CHANNEL);
        events.readStream(channelId.toString(), types, after, upTo, stored -> booked(stored)
                .ifPresent(each));
    }

    /** What an event booked; empty if it moved nothing. */
    public Optional<Booked> booked(StoredEvent stored) {
        LedgerEvent event = decoder.decode(stored);
        return Journal.entryOf(event).map(entry -> new Booked(stored, event, entry));
    }

    private static List<Source> sources(@Nullable ChannelId channelId) {
        return channelId == null
                ? List.of(new Source(Journal.types(), null))
                : List.of(
                        new Source(Journal.typesIn(Stream.CHANNEL), channelId.toString()),
                        new Source(
                                Journal.typesIn(Stream.MEMBERSHIP_DAY),
                                MembershipDayId.PREFIX + channelId.value() + ':'));
    }

    private static List<Source> sources(Account account) {
        ChannelId channelId = account.channelId();
        if (channelId == null) {
            return List.of(new Source(Journal.typesTouching(account.kind()), null));
        }
        return java.util.stream.Stream.of(
                        new Source(Journal.typesTouching(account.kind(), Stream.CHANNEL), channelId.toString()),
                        new Source(
                                Journal.typesTouching(account.kind(), Stream.MEMBERSHIP_DAY),
                                MembershipDayId.PREFIX + channelId.value() + ':'))
                .filter(source -> !source.types().isEmpty())
                .toList();
    }
}
