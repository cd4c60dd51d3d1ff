package dev.creatorledger.query.journal;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.web.MoneyJson;
import java.math.BigInteger;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/**
 * The debits and the credits of one currency, micros: whole numbers of any size, for totals over many accounts do not
 * fit 64 bits (M1). Both are at least 0.
 */
final class Sums {

    private static final String DEBITS = "debits";
    private static final String CREDITS = "credits";

    private BigInteger debits = BigInteger.ZERO;
    private BigInteger credits = BigInteger.ZERO;

    /** Adds a posting. */
    void add(Money amount) {
        BigInteger micros = BigInteger.valueOf(amount.micros());
        if (micros.signum() >= 0) {
            debits = debits.add(micros);
        } else {
            credits = credits.subtract(micros);
        }
    }

    BigInteger debits() {
        return debits;
    }

    BigInteger credits() {
        return credits;
    }

    /** What is left, debit positive. */
    BigInteger balance() {
        return debits.subtract(credits);
    }

    MoneyJson debits(Currency currency) {
        return MoneyJson.ofMicros(debits, currency);
    }

    MoneyJson credits(Currency currency) {
        return MoneyJson.ofMicros(credits, currency);
    }

    MoneyJson balance(Currency currency) {
        return MoneyJson.ofMicros(balance(), currency);
    }

    /** Writes them as two fields; as decimal digits, for no number of BSON holds every such number. */
    void write(BsonWriter writer) {
        writer.writeString(DEBITS, debits.toString());
        writer.writeString(CREDITS, credits.toString());
    }

    /** Reads what {@link #write} has written. */
    static Sums read(BsonReader reader) {
        Sums sums = new Sums();
        sums.debits = new BigInteger(reader.readString(DEBITS));
        sums.credits = new BigInteger(reader.readString(CREDITS));
        return sums;
    }
}
