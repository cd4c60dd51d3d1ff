package dev.creatorledger.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.TestMongo;
import java.util.Base64;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class MongoPersonKeysIT extends PersonKeysContract {

    private final MongoDatabase database = TestMongo.database();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    void empty() {
        database.drop();
    }

    @Override
    PersonKeys open(MasterKey master) {
        return MongoPersonKeys.open(database, master, CLOCK);
    }

    private Document stored() {
        return database.getCollection("person_keys")
                .find(new Document("_id", SARA.value()))
                .first();
    }

    @Test
    void isKeptWrappedAndNamesItsMasterKeyUntilItIsDestroyed() {
        keys.keyFor(SARA);
        assertThat(stored().get("wrapped", Binary.class).getData()).hasSize(12 + 32 + 16);
        assertThat(stored().getString("masterKeyId")).isNotBlank();
        keys.destroy(Set.of(SARA));
        Document destroyed = stored();
        assertThat(destroyed).doesNotContainKeys("wrapped", "masterKeyId").containsKey("destroyedAt");
        keys.destroy(Set.of(SARA, SIMIN));
        assertThat(stored()).isEqualTo(destroyed);
        assertThat(keys.keyFor(SIMIN)).as("who never had a key gets none").isEmpty();
    }

    @Test
    void isNotTakenForErasedWhileTheStoreIsAway() {
        try (MongoClient away = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            assertThatExceptionOfType(DataAccessResourceFailureException.class)
                    .isThrownBy(() -> MongoPersonKeys.open(
                            away.getDatabase("none"),
                            MasterKey.parse(Base64.getEncoder().encodeToString(new byte[32]), "the test"),
                            CLOCK));
        }
    }
}
