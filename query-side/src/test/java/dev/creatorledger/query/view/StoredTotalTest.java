package dev.creatorledger.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.BsonString;

/** M1: sums in documents, within 64 bits and beyond. */
class StoredTotalTest {

    private static BsonDocument stored(Total... totals) {
        BsonDocument document = new BsonDocument();
        BsonDocumentWriter writer = new BsonDocumentWriter(document);
        writer.writeStartDocument();
        for (int i = 0; i < totals.length; i++) {
            StoredTotal.write(writer, "t" + i, totals[i]);
        }
        writer.writeEndDocument();
        return document;
    }

    private static Total rial(BigInteger micros) {
        return Total.ofMicros(micros, Money.IRR);
    }

    @Provide
    Arbitrary<BigInteger> sizes() {
        return Arbitraries.bigIntegers().between(BigInteger.TWO.pow(130).negate(), BigInteger.TWO.pow(130));
    }

    @Property
    void are_read_as_they_were_written_whatever_their_size(
            @ForAll("sizes") BigInteger large, @ForAll long small, @ForAll boolean named) {
        Total first = rial(large);
        Total second = rial(BigInteger.valueOf(small));
        BsonReader reader = new BsonDocumentReader(stored(first, second, first));
        reader.readStartDocument();
        assertThat(read(reader, "t0", named)).isEqualTo(first);
        assertThat(read(reader, "t1", named)).isEqualTo(second);
        assertThat(read(reader, "t2", named)).isEqualTo(first);
        reader.readEndDocument();
    }

    private static Total read(BsonReader reader, String field, boolean named) {
        if (named) {
            return StoredTotal.read(reader, field, Money.IRR);
        }
        reader.readBsonType();
        assertThat(reader.readName()).isEqualTo(field);
        return StoredTotal.read(reader, Money.IRR);
    }

    @Example
    void are_numbers_as_they_always_were_where_they_fit_and_digits_beyond() {
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        assertThat(stored(rial(most)).get("t0")).isEqualTo(new BsonInt64(Long.MAX_VALUE));
        assertThat(stored(rial(least)).get("t0")).isEqualTo(new BsonInt64(Long.MIN_VALUE));
        assertThat(stored(rial(most.add(BigInteger.ONE))).get("t0")).isEqualTo(new BsonString("9223372036854775808"));
        assertThat(stored(rial(least.subtract(BigInteger.ONE))).get("t0"))
                .isEqualTo(new BsonString("-9223372036854775809"));
    }
}
