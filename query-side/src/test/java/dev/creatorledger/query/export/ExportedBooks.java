package dev.creatorledger.query.export;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.TestLedger;
import dev.creatorledger.query.journal.BookedEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Exports of a real store, as text. */
record ExportedBooks(StoredEvents events, int page) {

    static ExportedBooks of(TestLedger ledger, int page) {
        return new ExportedBooks(ledger.storedEvents(), page);
    }

    SelectedEntries entries() {
        BookedEvents booked = new BookedEvents(events, stored -> (LedgerEvent)
                EventJson.read(stored.payload(), Objects.requireNonNull(EventTypes.named(stored.type()))));
        return new SelectedEntries(events, booked, page);
    }

    String hledger(Selection selection) {
        return written(BooksExport.hledger(entries()), selection);
    }

    String beancount(Selection selection) {
        return written(BooksExport.beancount(entries()), selection);
    }

    String csv(Selection selection) {
        return written(new CsvExport(entries()), selection);
    }

    private static String written(ExportFormat format, Selection selection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(selection, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
