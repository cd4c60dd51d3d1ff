package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads the entries of a selection day by day, within a day in the order of positions: times may go back a little from
 * one position to the next, and a book of account is in the order of its dates.
 *
 * <p>It holds one page of events, whatever is selected. What follows the last entry of a day is read a second time
 * where it lies before that entry.
 */
public final class SelectedEntries {

    /** Times of events go back by less. */
    private static final Duration BACK = Duration.ofHours(1);

    private final StoredEvents events;
    private final BookedEvents booked;
    private final int pageSize;

    /** Reads so many events at once. */
    public SelectedEntries(StoredEvents events, BookedEvents booked, int pageSize) {
        this.events = events;
        this.booked = booked;
        this.pageSize = pageSize;
    }

    /** Takes entries. */
    @FunctionalInterface
    interface Taker {

        /** Takes the next one. */
        void take(Booked entry) throws IOException;
    }

    /** The UTC day that an entry is booked on. */
    static LocalDate dayOf(Instant recordedAt) {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    /** Every entry of a selection. */
    void read(Selection selection, Taker each) throws IOException {
        Instant from = selection.from();
        Instant to = selection.to();
        // Nothing up to there can be of the period.
        long after = from == null ? 0 : events.lastRecordedBy(from.minus(BACK));
        long upTo = to == null ? selection.head() : Math.min(selection.head(), lastBefore(to));
        new Walk(selection, after, upTo, each).go();
    }

    /** Every entry before the period of a selection, in the order of positions. */
    void readEarlier(Selection selection, Taker each) throws IOException {
        Instant from = selection.from();
        if (from == null) {
            return;
        }
        long upTo = Math.min(selection.head(), lastBefore(from));
        long after = 0;
        for (List<StoredEvent> page = page(selection, after, upTo);
                !page.isEmpty();
                page = page(selection, after, upTo)) {
            for (StoredEvent stored : page) {
                if (stored.recordedAt().isBefore(from)) {
                    give(stored, each);
                }
            }
            after = page.get(page.size() - 1).position();
        }
    }

    private List<StoredEvent> page(Selection selection, long after, long upTo) {
        ChannelId channelId = selection.channelId();
        return after < upTo ? booked.oldest(channelId, after, upTo, pageSize) : List.of();
    }

    private void give(StoredEvent stored, Taker to) throws IOException {
        Optional<Booked> entry = booked.booked(stored);
        if (entry.isPresent()) {
            to.take(entry.get());
        }
    }

    private long lastBefore(Instant instant) {
        return events.lastRecordedBy(instant.minus(1, ChronoUnit.MICROS));
    }

    /** One reading: goes forward through the positions, and back where a day was over before its last entry. */
    private final class Walk {

        private final Selection selection;
        private final long upTo;
        private final Taker each;

        /** The day whose entries are being given. */
        private LocalDate day = LocalDate.MIN;

        /** The last position of the day; not known until an entry of a later day is met. */
        private Optional<Long> border;

        /** Up to here, every entry of the days before is given. */
        private long given;

        /** What was read last. */
        private long at;

        /** Where to go back to: before the first entry of a later day that was passed over. */
        private Optional<Long> passedOver = Optional.empty();

        Walk(Selection selection, long after, long upTo, Taker each) {
            this.selection = selection;
            this.upTo = upTo;
            this.each = each;
            this.at = after;
            this.border = Optional.of(after);
        }

        void go() throws IOException {
            while (true) {
                List<StoredEvent> page = page(selection, at, upTo);
                if (page.isEmpty() && passedOver.isEmpty()) {
                    return;
                }
                if (page.isEmpty()) {
                    goBack(upTo);
                }
                read(page);
            }
        }

        private void read(List<StoredEvent> page) throws IOException {
            for (StoredEvent stored : page) {
                while (!take(stored)) {
                    long last = border();
                    if (passedOver.isPresent()) {
                        goBack(last);
                        return;
                    }
                    goTo(stored, last);
                }
                at = stored.position();
            }
        }

        /** Takes an event; no, if its day begins here. */
        private boolean take(StoredEvent stored) throws IOException {
            Instant recordedAt = stored.recordedAt();
            LocalDate of = dayOf(recordedAt);
            if (!selection.covers(recordedAt)) {
                return true;
            }
            if (of.equals(day)) {
                give(stored, each);
                return true;
            }
            if (of.isBefore(day)) {
                if (stored.position() > given) {
                    throw new IllegalStateException(
                            "position " + stored.position() + " goes back from " + day + " to " + recordedAt);
                }
                return true;
            }
            if (stored.position() > border()) {
                return false;
            }
            passedOver = Optional.of(passedOver.orElse(stored.position() - 1));
            return true;
        }

        private long border() {
            if (border.isEmpty()) {
                Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                border = Optional.of(lastBefore(end));
            }
            return border.get();
        }

        private void goBack(long readUpTo) {
            begin(day.plusDays(1), readUpTo);
            at = passedOver.orElseThrow();
            passedOver = Optional.empty();
        }

        private void goTo(StoredEvent first, long readUpTo) {
            // One that follows may be of the day before, if this one is of its first hour.
            LocalDate earliest = dayOf(first.recordedAt().minus(BACK));
            begin(earliest.isAfter(day) ? earliest : day.plusDays(1), readUpTo);
        }

        private void begin(LocalDate next, long readUpTo) {
            given = readUpTo;
            day = next;
            border = Optional.empty();
        }
    }
}
