package dev.creatorledger.query.view;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.RenameCollectionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/**
 * Collections beside a live one and its versions, each of which takes its place in one step: who reads sees all of the
 * old documents or all of the new ones.
 *
 * @param <D> the kind of document
 */
public final class BesideLive<D extends ViewDocument> {

    /** Ends the names of such collections; one that a crash has left behind is dropped by the next. */
    static final String SUFFIX = "_rebuilt";

    private static final int CHUNK = 1_000;

    private final MongoDatabase database;
    private final List<String> live = new ArrayList<>();
    private final DocumentStore<D> store;
    private final MongoCollection<RawBsonDocument> versionsBeside;
    private final Supplier<List<D>> changed;
    private final Supplier<Map<String, RawBsonDocument>> versions;
    private boolean begun;
    private int versionsWritten;

    BesideLive(
            MongoDatabase database,
            Projection<D> projection,
            Eras eras,
            Supplier<List<D>> changed,
            Supplier<Map<String, RawBsonDocument>> versions) {
        this.database = database;
        if (projection.isKept()) {
            live.add(projection.versions()); // first: who finds a document changed looks for its version
        }
        live.add(projection.collection());
        this.store = new DocumentStore<>(database, projection.under(projection.collection() + SUFFIX), eras, 0);
        this.versionsBeside = database.getCollection(projection.versions() + SUFFIX, RawBsonDocument.class);
        this.changed = changed;
        this.versions = versions;
    }

    /** Writes what has changed since it was last called; all documents and the indexes of the live ones at first. */
    public void write() {
        if (!begun) {
            drop();
            live.forEach(this::begin);
            begun = true;
        }
        List<RawBsonDocument> ended =
                versions.get().values().stream().skip(versionsWritten).toList();
        for (int from = 0; from < ended.size(); from += CHUNK) {
            versionsBeside.insertMany(ended.subList(from, Math.min(ended.size(), from + CHUNK)));
        }
        versionsWritten += ended.size();
        List<D> all = changed.get();
        for (int from = 0; from < all.size(); from += CHUNK) {
            store.write(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }

    private void begin(String collection) {
        database.createCollection(collection + SUFFIX);
        MongoCollection<?> beside = database.getCollection(collection + SUFFIX);
        List<BsonDocument> keys = new ArrayList<>();
        database.getCollection(collection)
                .listIndexes(BsonDocument.class)
                .forEach(index -> keys.add(index.getDocument("key")));
        keys.stream()
                .filter(key -> !(key.size() == 1 && key.containsKey(DocumentCodec.ID)))
                .forEach(beside::createIndex);
    }

    /** Puts each in the place of the live one. */
    public void putInPlace() {
        for (String collection : live) {
            database.getCollection(collection + SUFFIX)
                    .renameCollection(
                            new MongoNamespace(database.getName(), collection),
                            new RenameCollectionOptions().dropTarget(true));
        }
    }

    /** Drops what was written, where it does not take the place. */
    public void drop() {
        List<String> names = database.listCollectionNames().into(new ArrayList<>());
        live.stream()
                .map(collection -> collection + SUFFIX)
                .filter(names::contains)
                .forEach(beside -> database.getCollection(beside).drop());
    }
}
