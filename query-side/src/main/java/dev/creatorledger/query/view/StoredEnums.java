package dev.creatorledger.query.view;

import java.util.Set;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** How a few constants of an enum are stored in documents: their names, in the order of the set. */
public final class StoredEnums {

    private StoredEnums() {}

    /** Writes them as a field. */
    public static void write(BsonWriter writer, String field, Set<? extends Enum<?>> constants) {
        writer.writeStartArray(field);
        constants.forEach(constant -> writer.writeString(constant.name()));
        writer.writeEndArray();
    }

    /** Reads them into a set; the reader stands before the value. */
    public static <E extends Enum<E>> void read(BsonReader reader, Class<E> type, Set<E> into) {
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            into.add(Enum.valueOf(type, reader.readString()));
        }
        reader.readEndArray();
    }
}
