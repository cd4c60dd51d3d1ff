package dev.creatorledger.standalone.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * A backend in memory that finds a document by its identity also where the query asks for more than that, as MongoDB
 * does: the double would walk through the whole collection for every conditional write of a view. Its documents share
 * their texts.
 */
final class IdentityFirstBackend extends MemoryBackend {

    @Override
    public MemoryDatabase openOrCreateDatabase(String databaseName) {
        return new IdentityFirstDatabase(databaseName, getCursorRegistry());
    }

    private static final class IdentityFirstDatabase extends MemoryDatabase {

        IdentityFirstDatabase(String databaseName, CursorRegistry cursorRegistry) {
            super(databaseName, cursorRegistry);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String collectionName, CollectionOptions options) {
            return new SharingCollection(this, collectionName, options, cursorRegistry);
        }

        @Override
        protected Index<Integer> openOrCreateUniqueIndex(
                String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
            return new NarrowingIndex(indexName, keys, sparse);
        }
    }

    /** Keeps documents of shared texts. */
    private static final class SharingCollection extends MemoryCollection {

        /** One for all, since a collection is made before the fields of its database are. */
        private static final SharedTexts TEXTS = new SharedTexts();

        SharingCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        protected Integer addDocumentInternal(Document document) {
            return super.addDocumentInternal(TEXTS.in(document));
        }

        /** The kept document has been changed in place by now. */
        @Override
        protected void handleUpdate(Integer position, Document before, Document after) {
            getDocument(position).entrySet().forEach(field -> field.setValue(TEXTS.inValue(field.getValue())));
        }
    }

    /** Narrows a query down to the documents with its key; the server checks the rest of the query on each of them. */
    private static final class NarrowingIndex extends MemoryUniqueIndex {

        NarrowingIndex(String name, List<IndexKey> keys, boolean sparse) {
            super(name, keys, sparse);
        }

        @Override
        public synchronized boolean canHandle(Document query) {
            if (!query.keySet().containsAll(keySet())) {
                return false;
            }
            Document ownKeys = new Document();
            keys().forEach(key -> ownKeys.append(key, query.get(key)));
            return super.canHandle(ownKeys);
        }
    }
}
