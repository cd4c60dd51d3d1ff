package dev.creatorledger.command.idempotency;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** On the MongoDB that {@code LEDGER_IT_MONGO} names, else on a double of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoOutcomesIT extends OutcomesContract {

    private @Nullable MongoServer server;

    @SuppressWarnings("NullAway.Init")
    private MongoClient client;

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeAll
    void start() {
        String named = System.getenv("LEDGER_IT_MONGO");
        if (named == null) {
            System.out.println("LEDGER_IT_MONGO is not set: a real MongoDB is skipped, a double of it is used");
            server = new MongoServer(new MemoryBackend());
            named = server.bindAndGetConnectionString();
        }
        client = MongoClients.create(named);
    }

    @AfterAll
    void stop() {
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }

    @BeforeEach
    void begin() {
        database = client.getDatabase("outcomes_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    Outcomes node(String name) {
        return new MongoOutcomes(database, name, SETTINGS);
    }
}
