package dev.creatorledger.platform.store;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.mongo.TestMongo;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;

class MongoEventChainIT extends EventChainContract {

    private static final Map<String, MongoDatabase> USED = new ConcurrentHashMap<>();

    @AfterAll
    static void drop() {
        USED.values().forEach(MongoDatabase::drop);
        USED.clear();
    }

    @Override
    EventChain chain(TestStore in, String chainName, StoredEvents read, Clock clock) {
        MongoDatabase database = USED.computeIfAbsent(chainName, name -> TestMongo.database());
        return new EventChain(database, read, clock);
    }
}
