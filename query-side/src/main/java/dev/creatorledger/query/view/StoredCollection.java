package dev.creatorledger.query.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** The documents of a live collection exactly as they are stored. */
public final class StoredCollection {

    private static final int CHUNK = 1_000;

    private final MongoCollection<RawBsonDocument> collection;
    private final Function<RawBsonDocument, StoredDocument> read;

    private StoredCollection(
            MongoDatabase database, String collection, Function<RawBsonDocument, StoredDocument> read) {
        this.collection = database.getCollection(collection, RawBsonDocument.class);
        this.read = read;
    }

    /** Those of a collection of a database. */
    public static StoredCollection of(MongoDatabase database, String collection) {
        return new StoredCollection(database, collection, StoredDocument::of);
    }

    /** Those of a collection of versions. */
    public static StoredCollection ofVersions(MongoDatabase database, String collection) {
        return new StoredCollection(database, collection, StoredDocument::ofVersion);
    }

    /** Hands over all of them, by their identities, a thousand read at a time. */
    public void forEach(Consumer<StoredDocument> each) {
        collection
                .find()
                .sort(new BsonDocument(DocumentCodec.ID, new BsonInt32(1)))
                .batchSize(CHUNK)
                .forEach(document -> each.accept(read.apply(document)));
    }

    /** Those of some identities, in no order; those that do not exist are left out. */
    public List<StoredDocument> find(List<String> ids) {
        List<StoredDocument> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            BsonArray in = new BsonArray(some.stream().map(BsonString::new).toList());
            collection
                    .find(new BsonDocument(DocumentCodec.ID, new BsonDocument("$in", in)))
                    .batchSize(CHUNK)
                    .forEach(document -> found.add(read.apply(document)));
        }
        return found;
    }
}
