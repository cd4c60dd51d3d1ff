package dev.creatorledger.query.export;

import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry as every format writes it. None of its texts needs a quote: they are ids, names of the code and numbers.
 *
 * @param sequence the event's place in the global order
 * @param at when the event was recorded, by the service's clock
 * @param lines debits first; their sum is zero
 */
record ExportedEntry(
        String entryId,
        long sequence,
        Instant at,
        String eventId,
        String type,
        String kind,
        String reference,
        List<Line> lines) {

    /** Copies the lines. */
    ExportedEntry {
        lines = List.copyOf(lines);
    }

    static ExportedEntry of(Booked booked) {
        StoredEvent stored = booked.stored();
        return new ExportedEntry(
                booked.entryId(),
                stored.position(),
                stored.recordedAt(),
                stored.eventId(),
                stored.type(),
                booked.entry().kind(),
                booked.entry().reference(),
                booked.entry().postings().stream().map(Line::of).toList());
    }

    /** The UTC day that it is booked on. */
    LocalDate day() {
        return SelectedEntries.dayOf(at);
    }
}
