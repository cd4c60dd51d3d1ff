package dev.creatorledger.query.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a projection for queries: by identity, or by an index that the view asks for.
 *
 * @param <D> the kind of document
 */
public final class DocumentReader<D extends ViewDocument> {

    /** The field of a document's identity. */
    public static final String ID = DocumentCodec.ID;

    private static final int CHUNK = 1_000;

    private final MongoCollection<D> collection;

    /** The documents that a projection makes. */
    public DocumentReader(MongoDatabase database, Projection<D> projection) {
        collection = collection(database, projection);
    }

    static <D extends ViewDocument> MongoCollection<D> collection(MongoDatabase database, Projection<D> projection) {
        DocumentForm<D> form = projection.form();
        return database.getCollection(projection.collection(), form.type())
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new DocumentCodec<>(form)), database.getCodecRegistry()));
    }

    /** The document of an identity, if there is one. */
    public @Nullable D find(String id) {
        return collection
                .find(new BsonDocument(DocumentCodec.ID, new BsonString(id)))
                .first();
    }

    /** The name of a field of a document's content, for filters and orders. */
    public static String contentField(String name) {
        return DocumentCodec.CONTENT + '.' + name;
    }

    /** Has the server keep an index. */
    public void index(BsonDocument keys) {
        collection.createIndex(keys);
    }

    /** Documents by a filter, in an order that an index serves, at most {@code limit}. */
    public List<D> list(BsonDocument filter, BsonDocument order, int limit) {
        return collection.find(filter).sort(order).limit(limit).into(new ArrayList<>());
    }

    /** All documents by their identities, a thousand at a time. */
    public void forEach(Consumer<D> each) {
        collection
                .find()
                .sort(new BsonDocument(ID, new BsonInt32(1)))
                .batchSize(CHUNK)
                .forEach(each);
    }

    /** The documents of these identities, in no order; those that do not exist are left out. */
    public List<D> find(List<String> ids) {
        return find(ids, null);
    }

    /** The same documents without one field of their content, for when it is large and not needed. */
    public List<D> findWithout(String field, List<String> ids) {
        return find(ids, new BsonDocument(DocumentCodec.CONTENT + '.' + field, new BsonInt32(0)));
    }

    private List<D> find(List<String> ids, @Nullable BsonDocument projection) {
        List<D> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            BsonArray in = new BsonArray(some.stream().map(BsonString::new).toList());
            collection
                    .find(new BsonDocument(DocumentCodec.ID, new BsonDocument("$in", in)))
                    .projection(projection)
                    .batchSize(CHUNK)
                    .into(found);
        }
        return found;
    }
}
