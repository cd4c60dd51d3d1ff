package dev.creatorledger.query.journal;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/**
 * What an account of the platform, or all creators' accounts of a kind together, hold of one currency: a handful of
 * documents however many channels there are, for those who watch the service.
 */
final class AccountKindDocument extends ViewDocument {

    /** The projection of kinds; an event changes those of every account that its entry posts to. */
    static final Projection<AccountKindDocument> PROJECTION = projection();

    private static final String CREATORS = "liabilities:creators:";

    Sums sums;

    AccountKindDocument(String id) {
        super(id);
        sums = new Sums(Currency.getInstance(AccountDocument.currencyOf(id)));
    }

    private static Projection<AccountKindDocument> projection() {
        Projection.Builder<AccountKindDocument> kinds = Projection.into("account_kinds", new Form());
        Journal.events().forEach(type -> kinds.onEach(type, AccountKindDocument::changedBy, AccountKindDocument::post));
        return kinds.build();
    }

    private static Collection<String> changedBy(LedgerEvent event) {
        return postings(event).stream()
                .map(AccountKindDocument::idOf)
                .distinct()
                .toList();
    }

    private static List<Posting> postings(LedgerEvent event) {
        return Journal.entryOf(event).map(Entry::postings).orElse(List.of());
    }

    private static String idOf(Posting posting) {
        AccountKind kind = posting.account().kind();
        String name = kind.isOfChannel() ? CREATORS + kind.text() : kind.text();
        return AccountDocument.idOf(name, posting.amount().currency().getCurrencyCode());
    }

    private boolean post(LedgerEvent event) {
        postings(event).stream()
                .filter(posting -> idOf(posting).equals(id()))
                .forEach(posting -> sums.add(posting.amount()));
        return true;
    }

    /** How it is stored: kind and currency are its identity. */
    private static final class Form implements DocumentForm<AccountKindDocument> {

        @Override
        public Class<AccountKindDocument> type() {
            return AccountKindDocument.class;
        }

        @Override
        public AccountKindDocument blank(String id) {
            return new AccountKindDocument(id);
        }

        @Override
        public void write(BsonWriter writer, AccountKindDocument kind) {
            writer.writeStartDocument("sums");
            kind.sums.write(writer);
            writer.writeEndDocument();
        }

        @Override
        public void read(BsonReader reader, String field, AccountKindDocument kind) {
            if (!field.equals("sums")) {
                throw new IllegalStateException("a kind of accounts has no field " + field);
            }
            reader.readStartDocument();
            kind.sums = Sums.read(reader, Currency.getInstance(AccountDocument.currencyOf(kind.id())));
            reader.readEndDocument();
        }
    }
}
