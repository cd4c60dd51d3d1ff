package dev.creatorledger.command.membership;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.TestMongo;
import org.junit.jupiter.api.AfterEach;

class MongoWorkTableIT extends WorkTableContract {

    private final MongoDatabase database = TestMongo.database();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    WorkTable empty() {
        return new MongoWorkTable(database);
    }
}
