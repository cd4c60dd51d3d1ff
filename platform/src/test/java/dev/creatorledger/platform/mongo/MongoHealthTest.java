package dev.creatorledger.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class MongoHealthTest {

    @Test
    void isUpWhileTheServerAnswers() {
        assertThat(new MongoHealth(TestMongo.database()).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWithoutSayingWhereOnceItDoesNot() {
        try (MongoClient away = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            Health health = new MongoHealth(away.getDatabase("none")).health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().toString()).doesNotContain("127.0.0.1");
        }
    }
}
