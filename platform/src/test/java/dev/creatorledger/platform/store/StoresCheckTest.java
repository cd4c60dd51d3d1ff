package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.mongo.TestMongo;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class StoresCheckTest {

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void asksForPostgresWhereNoAxonServerIsNamed() {
        assertThat(StoresCheck.migrating().missing(settings)).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith("ledger.postgres."));
    }

    @Test
    void asksForMongoAndNotForPostgresWhereOneIsNamed() {
        settings.setProperty("ledger.axonserver.servers", "127.0.0.1:1");
        assertThat(StoresCheck.reading().missing(settings))
                .singleElement()
                .asString()
                .startsWith("ledger.mongo.connection-string (LEDGER_MONGO_CONNECTION_STRING) is not set");
        settings.setProperty("ledger.mongo.connection-string", TestMongo.place());
        settings.setProperty("ledger.mongo.replicated", "false");
        assertThat(StoresCheck.reading().missing(settings)).isEmpty();
        assertThat(StoresCheck.reading().wrong(settings))
                .singleElement()
                .asString()
                .startsWith("Axon Server at 127.0.0.1:1 does not answer");
    }

    @Test
    void asksForAnAxonServerWhereOneIsDemanded() {
        assertThat(StoresCheck.onAxonServer().missing(settings))
                .anyMatch(line -> line.startsWith("ledger.axonserver.servers "))
                .anyMatch(line -> line.startsWith("ledger.mongo.connection-string "))
                .hasSize(2);
    }
}
