package dev.creatorledger.query.journal;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** What one account holds of one currency: the sum of its postings (L3). */
final class AccountDocument extends ViewDocument {

    /** The projection of accounts; an event changes every account that its entry posts to. */
    static final Projection<AccountDocument> PROJECTION = projection();

    private static final char SEPARATOR = '/';

    Sums sums;

    AccountDocument(String id) {
        super(id);
        sums = new Sums(Currency.getInstance(currencyOf(id)));
    }

    private static Projection<AccountDocument> projection() {
        Projection.Builder<AccountDocument> accounts = Projection.into("accounts", new Form());
        Journal.events().forEach(type -> accounts.onEach(type, AccountDocument::changedBy, AccountDocument::post));
        return accounts.kept(AccountDocument::streamsOf).build();
    }

    /** Those that entries of a channel's accounts come from; any for an account of the platform. */
    private static List<String> streamsOf(String id) {
        return Account.named(accountOf(id))
                .flatMap(account -> Optional.ofNullable(account.channelId()))
                .map(channel -> List.of(channel.toString(), MembershipDayId.PREFIX + channel.value() + ':'))
                .orElse(List.of());
    }

    private static Collection<String> changedBy(LedgerEvent event) {
        return postings(event).stream().map(AccountDocument::idOf).toList();
    }

    private static List<Posting> postings(LedgerEvent event) {
        return Journal.entryOf(event).map(Entry::postings).orElse(List.of());
    }

    private static String idOf(Posting posting) {
        return idOf(posting.account().name(), posting.amount().currency().getCurrencyCode());
    }

    /** The identity of an account's balance in a currency. */
    static String idOf(String account, String currency) {
        return account + SEPARATOR + currency;
    }

    private boolean post(LedgerEvent event) {
        postings(event).stream()
                .filter(posting -> idOf(posting).equals(id()))
                .forEach(posting -> sums.add(posting.amount()));
        return true;
    }

    /** The account's name in an identity. */
    static String accountOf(String id) {
        return id.substring(0, id.indexOf(SEPARATOR));
    }

    /** The currency's code in an identity. */
    static String currencyOf(String id) {
        return id.substring(id.indexOf(SEPARATOR) + 1);
    }

    /** How it is stored: account and currency are its identity. */
    private static final class Form implements DocumentForm<AccountDocument> {

        @Override
        public Class<AccountDocument> type() {
            return AccountDocument.class;
        }

        @Override
        public AccountDocument blank(String id) {
            return new AccountDocument(id);
        }

        @Override
        public void write(BsonWriter writer, AccountDocument account) {
            writer.writeStartDocument("sums");
            account.sums.write(writer);
            writer.writeEndDocument();
        }

        @Override
        public void read(BsonReader reader, String field, AccountDocument account) {
            if (!field.equals("sums")) {
                throw new IllegalStateException("an account has no field " + field);
            }
            reader.readStartDocument();
            account.sums = Sums.read(reader, Currency.getInstance(currencyOf(account.id())));
            reader.readEndDocument();
        }
    }
}
