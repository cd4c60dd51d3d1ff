package dev.creatorledger.query.view;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of a projection were at the end of eras: {@code {_id: <id>@<at>, at, d: {…}, until, fork}}.
 *
 * <p>They follow from the positions of events alone and are never changed, so that whoever folds the same events keeps
 * the same versions, however often.
 *
 * @param <D> the kind of document
 */
final class Versions<D extends ViewDocument> {

    /** The field with the position of the first change after this version. */
    static final String UNTIL = "until";

    private static final String FORK = "fork";

    /** Stands in no identity. */
    private static final char SEPARATOR = '@';

    /** As many as the greatest position has, so that keys have the order of positions. */
    private static final int DIGITS = 19;

    private final MongoCollection<RawBsonDocument> collection;
    private final DocumentCodec<D> codec;
    private final Eras eras;

    Versions(MongoDatabase database, Projection<D> projection, Eras eras) {
        collection = database.getCollection(projection.versions(), RawBsonDocument.class);
        codec = new DocumentCodec<>(projection.form());
        this.eras = eras;
    }

    /**
     * A document as it was.
     *
     * @param until the position of its first change since
     */
    record Version<D>(D document, long until) {}

    /** Has the server keep the indexes by which all versions of one position are found. */
    void index() {
        BsonInt32 up = new BsonInt32(1);
        collection.createIndex(new BsonDocument(FORK, up).append(UNTIL, up));
        collection.createIndex(new BsonDocument(FORK, up).append(DocumentCodec.AT, up));
    }

    /** Whether an event that changes a document leaves a version of it behind. */
    boolean areKept(D document, long position) {
        return eras.endedBetween(document.at(), position);
    }

    /** What a document is now, to be kept once an event has changed it. */
    RawBsonDocument of(D document, long until) {
        return made(codec, eras, document, until);
    }

    static <D extends ViewDocument> RawBsonDocument made(DocumentCodec<D> codec, Eras eras, D document, long until) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            writer.writeStartDocument();
            writer.writeString(DocumentCodec.ID, key(document.id(), document.at()));
            codec.writeState(writer, document);
            writer.writeInt64(UNTIL, until);
            writer.writeInt64(FORK, eras.fork(document.at(), until));
            writer.writeEndDocument();
            return new RawBsonDocument(bytes.toByteArray());
        }
    }

    private static String key(String id, long position) {
        String digits = Long.toString(position);
        return id + SEPARATOR + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /**
     * Stores versions; those that are stored already stay as they are, for they are the same.
     *
     * @throws ViewConflict if the server refuses one for another reason
     */
    void keep(List<RawBsonDocument> versions) {
        if (versions.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(versions, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw new ViewConflict(collection.getNamespace().getCollectionName(), e);
            }
        }
    }

    /** Drops all of them, before all are made anew. */
    void clear() {
        collection.deleteMany(new BsonDocument());
    }

    /** The last version of a document that begins at a position or before; null if none does. */
    @Nullable
    Version<D> last(String id, long position) {
        BsonDocument range =
                new BsonDocument("$gte", new BsonString(key(id, 0))).append("$lte", new BsonString(key(id, position)));
        RawBsonDocument found = collection
                .find(new BsonDocument(DocumentCodec.ID, range))
                .sort(new BsonDocument(DocumentCodec.ID, new BsonInt32(-1)))
                .limit(1)
                .first();
        return found == null ? null : read(found);
    }

    /**
     * Hands over, of every document that has one, the version that it had when the era of a position began.
     *
     * <p>A version can last over many eras, and there can be any number of versions that begin before or end after a
     * position. So each is filed by one of the eras that it lasted into ({@link Eras#fork}), and is looked for under
     * those few that it can be filed by: as many queries of an index as the number of eras has bits.
     *
     * @param newest the newest position that a document has
     */
    void whenEraBegan(long position, long newest, Consumer<Version<D>> each) {
        BsonInt64 before = new BsonInt64(eras.before(position));
        BsonArray filings = new BsonArray(List.of(
                new BsonDocument(FORK, in(eras.earlierForks(position))).append(UNTIL, new BsonDocument("$gt", before)),
                new BsonDocument(FORK, in(eras.laterForks(position, newest)))
                        .append(DocumentCodec.AT, new BsonDocument("$lte", before))));
        // The first two conditions follow from the third, and spare a server without indexes the evaluation of it.
        BsonDocument filter = new BsonDocument(UNTIL, new BsonDocument("$gt", before))
                .append(DocumentCodec.AT, new BsonDocument("$lte", before))
                .append("$or", filings);
        collection.find(filter).forEach(found -> each.accept(read(found)));
    }

    private static BsonValue in(List<Long> forks) {
        return new BsonDocument(
                "$in", new BsonArray(forks.stream().map(BsonInt64::new).toList()));
    }

    private Version<D> read(RawBsonDocument stored) {
        return stored.decode((BsonReader reader, DecoderContext context) -> {
            reader.readStartDocument();
            String key = reader.readString(DocumentCodec.ID);
            D document = codec.readState(reader, key.substring(0, key.lastIndexOf(SEPARATOR)));
            long until = reader.readInt64(UNTIL);
            reader.readInt64(FORK);
            reader.readEndDocument();
            return new Version<>(document, until);
        });
    }
}
