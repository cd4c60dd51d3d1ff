package dev.creatorledger.command.payout;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.TestMongo;
import org.junit.jupiter.api.AfterEach;

class MongoDeadlineTableIT extends DeadlineTableContract {

    private final MongoDatabase database = TestMongo.database();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    DeadlineTable empty() {
        return new MongoDeadlineTable(database);
    }
}
