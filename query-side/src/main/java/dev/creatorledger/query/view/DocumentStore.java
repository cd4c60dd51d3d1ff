package dev.creatorledger.query.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dev.creatorledger.events.LedgerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one projection in MongoDB, with the ones written last in a bounded memory.
 *
 * <p>Documents are found by {@code _id} alone and written by one bulk of replacements, each on condition that the
 * stored position is still the one that was read. A writer that lost its claim fails here instead of overwriting. So
 * no collection needs an index beside that of {@code _id}.
 *
 * @param <D> the kind of document
 */
final class DocumentStore<D extends ViewDocument> {

    /** How many documents are inserted at once. */
    private static final int CHUNK = 1_000;

    private final Projection<D> projection;
    private final MongoCollection<D> collection;
    private final DocumentReader<D> reader;
    private final @Nullable Versions<D> versions;
    private final Cache<String, D> lastWritten;

    /**
     * The documents of a projection.
     *
     * @param eras when versions of them are kept, if they are
     * @param cachedEntries how many entries ({@link ViewDocument#weight()}) stay in memory
     */
    DocumentStore(MongoDatabase database, Projection<D> projection, Eras eras, long cachedEntries) {
        this.projection = projection;
        versions = projection.isKept() ? new Versions<>(database, projection, eras) : null;
        collection = DocumentReader.collection(database, projection);
        reader = new DocumentReader<>(database, projection);
        lastWritten = Caffeine.newBuilder()
                .maximumWeight(cachedEntries)
                .weigher((String id, D document) -> document.weight())
                .executor(Runnable::run)
                .build();
    }

    Projection<D> projection() {
        return projection;
    }

    /**
     * Takes documents out for a change; those that do not exist are made blank. They stay out of the memory until they
     * are written, so that a batch that fails leaves nothing half changed behind.
     */
    Map<String, D> take(Collection<String> ids) {
        Map<String, D> documents = new HashMap<>(2 * ids.size());
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            D document = lastWritten.asMap().remove(id);
            if (document == null) {
                missing.add(id);
            } else {
                documents.put(id, document);
            }
        }
        reader.find(missing).forEach(document -> documents.put(document.id(), document));
        for (String id : missing) {
            documents.computeIfAbsent(id, projection.form()::blank);
        }
        return documents;
    }

    /**
     * Folds an event into a document. What it was before is handed over if an era has ended since its last change; it is
     * to be kept before the document is written, for who finds the document changed will look for it.
     */
    void fold(D document, LedgerEvent event, long position, List<RawBsonDocument> before) {
        if (versions == null || !versions.areKept(document, position)) {
            projection.fold(document, event, position);
            return;
        }
        RawBsonDocument version = versions.of(document, position);
        if (projection.fold(document, event, position)) {
            before.add(version);
        }
    }

    /** Stores what {@link #fold} has handed over; those that are stored already are the same. */
    void keep(List<RawBsonDocument> before) {
        if (versions != null) {
            versions.keep(before);
        }
    }

    /**
     * Writes the documents that have changed.
     *
     * @throws ViewConflict if another writer has changed one in between; others may have been written
     */
    void write(Collection<D> documents) {
        List<WriteModel<D>> writes = new ArrayList<>();
        int replacements = 0;
        for (D document : documents) {
            if (document.isChanged() && document.storedAt() == ViewDocument.UNSEEN) {
                writes.add(new InsertOneModel<>(document));
            } else if (document.isChanged()) {
                writes.add(new ReplaceOneModel<>(asStored(document), document));
                replacements++;
            }
        }
        if (!writes.isEmpty()) {
            write(writes, replacements);
        }
        for (D document : documents) {
            document.storedAsItIs();
            lastWritten.put(document.id(), document);
        }
    }

    private void write(List<WriteModel<D>> writes, int replacements) {
        BulkWriteResult result;
        try {
            result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            throw new ViewConflict(collection.getNamespace().getCollectionName(), e);
        }
        if (result.getMatchedCount() != replacements) {
            throw new ViewConflict(collection.getNamespace().getCollectionName(), null);
        }
    }

    private BsonDocument asStored(D document) {
        return new BsonDocument(DocumentCodec.ID, new BsonString(document.id()))
                .append(DocumentCodec.AT, new BsonInt64(document.storedAt()));
    }

    /** Drops all versions, before they are made anew. */
    void clearVersions() {
        if (versions != null) {
            versions.clear();
        }
    }

    /** Replaces the whole collection by these documents. */
    void replaceAll(Collection<D> documents) {
        collection.deleteMany(new BsonDocument());
        List<D> chunk = new ArrayList<>(CHUNK);
        for (D document : documents) {
            chunk.add(document);
            if (chunk.size() == CHUNK) {
                insert(chunk);
            }
        }
        insert(chunk);
    }

    private void insert(List<D> chunk) {
        if (!chunk.isEmpty()) {
            collection.insertMany(chunk, new InsertManyOptions().ordered(false));
            chunk.clear();
        }
    }

    /** Forgets what was written last. */
    void forget() {
        lastWritten.invalidateAll();
    }
}
