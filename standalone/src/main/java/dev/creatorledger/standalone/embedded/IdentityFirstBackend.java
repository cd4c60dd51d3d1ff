package dev.creatorledger.standalone.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * A backend in memory that finds a document by its identity also where the query asks for more than that, as MongoDB
 * does: the double would walk through the whole collection for every conditional write of a view.
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
        protected Index<Integer> openOrCreateUniqueIndex(
                String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
            return new NarrowingIndex(indexName, keys, sparse);
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
