package dev.creatorledger.platform.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/** The MongoDB that {@code LEDGER_IT_MONGO} names, else a double of it in memory. */
public final class TestMongo {

    private static final String PLACE = named();
    private static final MongoClient CLIENT = MongoClients.create(PLACE);

    private TestMongo() {}

    private static String named() {
        String named = System.getenv("LEDGER_IT_MONGO");
        if (named == null) {
            System.out.println("LEDGER_IT_MONGO is not set: a real MongoDB is skipped, a double of it is used");
            return new MongoServer(new MemoryBackend()).bindAndGetConnectionString();
        }
        return named;
    }

    /** Where it listens. */
    public static String place() {
        return PLACE;
    }

    /** A database of its own for a test. */
    public static MongoDatabase database() {
        return CLIENT.getDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
    }
}
