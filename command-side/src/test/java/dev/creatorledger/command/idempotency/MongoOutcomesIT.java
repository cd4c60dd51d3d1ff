package dev.creatorledger.command.idempotency;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.TestMongo;
import org.junit.jupiter.api.AfterEach;

class MongoOutcomesIT extends OutcomesContract {

    private final MongoDatabase database = TestMongo.database();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    Outcomes node(String name) {
        return new MongoOutcomes(database, name, SETTINGS);
    }
}
