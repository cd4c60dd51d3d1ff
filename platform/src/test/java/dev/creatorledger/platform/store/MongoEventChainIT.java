package dev.creatorledger.platform.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.creatorledger.platform.chain.EventChain;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On the MongoDB that {@code LEDGER_IT_MONGO} names, else on a double of it. */
class MongoEventChainIT extends EventChainContract {

    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    private static @Nullable MongoServer server;

    @SuppressWarnings("NullAway.Init")
    private static MongoClient client;

    @BeforeAll
    static void start() {
        String named = System.getenv("LEDGER_IT_MONGO");
        if (named == null) {
            System.out.println("LEDGER_IT_MONGO is not set: a real MongoDB is skipped, a double of it is used");
            server = new MongoServer(new MemoryBackend());
            named = server.bindAndGetConnectionString();
        }
        client = MongoClients.create(named);
    }

    @AfterAll
    static void stop() {
        USED.forEach(name -> client.getDatabase(name).drop());
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }

    @Override
    EventChain chain(TestStore in, String chainName, StoredEvents read, Clock clock) {
        USED.add(chainName);
        return new EventChain(client.getDatabase(chainName), read, clock);
    }
}
