package dev.creatorledger.query.view;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import java.math.BigInteger;
import java.util.Currency;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/**
 * How sums of money are stored in documents: micros as a number of 64 bits where they fit, else as decimal digits, for
 * no number of BSON holds every such sum (M1). Nothing is found or ordered by such a field.
 */
public final class StoredTotal {

    private StoredTotal() {}

    /** Writes a sum as a field; its currency is known from elsewhere in the document. */
    public static void write(BsonWriter writer, String field, Total total) {
        if (total.fits()) {
            writer.writeInt64(field, total.longMicros());
        } else {
            writer.writeString(field, total.micros().toString());
        }
    }

    /** Reads the field of this name, which has to be the next one. */
    public static Total read(BsonReader reader, String field, Currency currency) {
        reader.readName(field);
        return read(reader, currency);
    }

    /** Reads it; the reader stands before the value. */
    public static Total read(BsonReader reader, Currency currency) {
        return reader.getCurrentBsonType() == BsonType.STRING
                ? Total.ofMicros(new BigInteger(reader.readString()), currency)
                : Total.of(new Money(reader.readInt64(), currency));
    }
}
