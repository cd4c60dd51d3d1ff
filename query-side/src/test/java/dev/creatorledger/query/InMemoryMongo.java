package dev.creatorledger.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** One mongo-java-server for all tests of the process, in memory, as in the embedded mode. */
public final class InMemoryMongo {

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final String CONNECTION = SERVER.bindAndGetConnectionString();
    private static final MongoClient CLIENT = MongoClients.create(CONNECTION);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private InMemoryMongo() {}

    /** Where it listens. */
    public static String connectionString() {
        return CONNECTION;
    }

    /** A database of its own for a test. */
    public static MongoDatabase database() {
        return CLIENT.getDatabase("test" + DATABASES.incrementAndGet());
    }

    /** Every document of a database, byte for byte, by collection and identity. */
    public static Map<String, byte[]> everything(MongoDatabase database) {
        Map<String, byte[]> found = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            database.getCollection(name, RawBsonDocument.class)
                    .find()
                    .forEach(document -> found.put(
                            name + ":" + document.get("_id"),
                            document.getByteBuffer().array().clone()));
        }
        return found;
    }

    /** One stored document, as a person reads it. */
    public static Document document(MongoDatabase database, String collection, String id) {
        Document found =
                database.getCollection(collection).find(new Document("_id", id)).first();
        if (found == null) {
            throw new AssertionError(collection + " has no " + id);
        }
        return found;
    }
}
