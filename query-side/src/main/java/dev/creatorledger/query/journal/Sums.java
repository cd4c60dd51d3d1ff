package dev.creatorledger.query.journal;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import java.math.BigInteger;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** The debits and the credits of one currency (M1). Both are at least 0. */
final class Sums {

    private static final String DEBITS = "debits";
    private static final String CREDITS = "credits";

    private Total debits;
    private Total credits;

    Sums(Currency currency) {
        debits = Total.zero(currency);
        credits = debits;
    }

    /** Adds a posting. */
    void add(Money amount) {
        if (amount.isNegative()) {
            credits = credits.minus(amount);
        } else {
            debits = debits.plus(amount);
        }
    }

    Total debits() {
        return debits;
    }

    Total credits() {
        return credits;
    }

    /** What is left, debit positive. */
    Total balance() {
        return debits.minus(credits);
    }

    /** Writes them as two fields; as decimal digits, whether they fit 64 bits or not. */
    void write(BsonWriter writer) {
        writer.writeString(DEBITS, debits.micros().toString());
        writer.writeString(CREDITS, credits.micros().toString());
    }

    /** Reads what {@link #write} has written. */
    static Sums read(BsonReader reader, Currency currency) {
        Sums sums = new Sums(currency);
        sums.debits = Total.ofMicros(new BigInteger(reader.readString(DEBITS)), currency);
        sums.credits = Total.ofMicros(new BigInteger(reader.readString(CREDITS)), currency);
        return sums;
    }
}
