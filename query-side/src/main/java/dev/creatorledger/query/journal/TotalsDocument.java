package dev.creatorledger.query.journal;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/**
 * All debits and all credits, by currency: one document, which every event that moves money changes. It is written
 * after the accounts of its batch, so it also says up to where all of them are complete.
 */
final class TotalsDocument extends ViewDocument {

    /** The identity of the only one. */
    static final String ID = "all";

    /** The projection of totals. */
    static final Projection<TotalsDocument> PROJECTION = projection();

    /** By currency code, in its order. */
    final Map<String, Sums> currencies = new TreeMap<>();

    TotalsDocument(String id) {
        super(id);
    }

    private static Projection<TotalsDocument> projection() {
        Projection.Builder<TotalsDocument> totals = Projection.into("account_totals", new Form());
        Journal.events().forEach(type -> totals.on(type, event -> ID, TotalsDocument::post));
        return totals.kept(id -> List.of()).build();
    }

    private boolean post(LedgerEvent event) {
        List<Posting> postings = Journal.entryOf(event).map(Entry::postings).orElse(List.of());
        postings.forEach(posting -> sums(posting.amount().currency()).add(posting.amount()));
        return !postings.isEmpty();
    }

    private Sums sums(Currency currency) {
        return currencies.computeIfAbsent(currency.getCurrencyCode(), code -> new Sums(currency));
    }

    /** How they are stored. */
    private static final class Form implements DocumentForm<TotalsDocument> {

        @Override
        public Class<TotalsDocument> type() {
            return TotalsDocument.class;
        }

        @Override
        public TotalsDocument blank(String id) {
            return new TotalsDocument(id);
        }

        @Override
        public void write(BsonWriter writer, TotalsDocument totals) {
            writer.writeStartArray("currencies");
            totals.currencies.forEach((currency, sums) -> {
                writer.writeStartDocument();
                writer.writeString("currency", currency);
                sums.write(writer);
                writer.writeEndDocument();
            });
            writer.writeEndArray();
        }

        @Override
        public void read(BsonReader reader, String field, TotalsDocument totals) {
            if (!field.equals("currencies")) {
                throw new IllegalStateException("totals have no field " + field);
            }
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                reader.readStartDocument();
                String currency = reader.readString("currency");
                totals.currencies.put(currency, Sums.read(reader, Currency.getInstance(currency)));
                reader.readEndDocument();
            }
            reader.readEndArray();
        }
    }
}
