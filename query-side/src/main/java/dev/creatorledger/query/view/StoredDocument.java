package dev.creatorledger.query.view;

import java.util.Arrays;
import org.bson.BsonValue;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/**
 * A document of a view exactly as it is stored, whoever has written it.
 *
 * @param id its identity; one that is no text, which no view writes, as JSON
 * @param at the position that it says it is of; below every position if it says none
 * @param bson all of it
 */
public record StoredDocument(String id, long at, RawBsonDocument bson) {

    private static final long NONE = Long.MIN_VALUE;

    /** Reads what is needed of it. */
    public static StoredDocument of(RawBsonDocument bson) {
        return of(bson, DocumentCodec.AT);
    }

    /** A version of a document: it came to be by the event that ended it. */
    static StoredDocument ofVersion(RawBsonDocument bson) {
        return of(bson, Versions.UNTIL);
    }

    private static StoredDocument of(RawBsonDocument bson, String position) {
        BsonValue id = bson.get(DocumentCodec.ID);
        BsonValue at = bson.get(position);
        return new StoredDocument(
                id == null ? "" : id.isString() ? id.asString().getValue() : id.toString(),
                at == null || !at.isNumber() ? NONE : at.asNumber().longValue(),
                bson);
    }

    /** Whether its identity is a text, by which it can be read again. */
    public boolean hasName() {
        return bson.isString(DocumentCodec.ID);
    }

    /** How many bytes it has. */
    public int size() {
        return bytes(bson).length;
    }

    /** Whether another document is the same, byte for byte. */
    public boolean isSame(RawBsonDocument other) {
        return Arrays.equals(bytes(bson), bytes(other));
    }

    private static byte[] bytes(RawBsonDocument document) {
        ByteBuf buffer = document.getByteBuffer();
        try {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } finally {
            buffer.release();
        }
    }
}
