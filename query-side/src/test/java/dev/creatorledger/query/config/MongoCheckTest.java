package dev.creatorledger.query.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import dev.creatorledger.platform.mongo.MongoParts;
import dev.creatorledger.platform.start.Preflight;
import dev.creatorledger.platform.start.Settings;
import dev.creatorledger.platform.start.StartCheck;
import dev.creatorledger.platform.start.StartRefused;
import dev.creatorledger.query.InMemoryMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The query side starts only beside a MongoDB that keeps what it acknowledges. */
class MongoCheckTest {

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();
    private final StartCheck check = ViewSettings.check();

    private void set(String setting, String value) {
        environment.setProperty("ledger.views." + setting, value);
    }

    @Test
    void a_place_that_is_not_named_is_told_by_its_setting() {
        assertThat(check.missing(environment)).singleElement().asString().contains("ledger.views.connection-string");
    }

    @Test
    void a_malformed_place_is_told_without_its_password() {
        set("connection-string", "mongodb+tcp://ledger:secret@host");
        assertThat(check.missing(environment)).singleElement().asString().doesNotContain("secret");
    }

    @Test
    void a_place_may_stand_in_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("place"), InMemoryMongo.connectionString() + "\n");
        set("connection-string-file", file.toString());
        assertThat(check.missing(environment)).isEmpty();
        assertThat(check.wrong(environment)).isEmpty();
        set("connection-string-file", folder.resolve("none").toString());
        assertThatThrownBy(() -> new Preflight(List.of(check)).look(environment))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void a_single_server_is_refused_where_a_majority_is_needed() {
        set("connection-string", InMemoryMongo.connectionString());
        assertThat(check.wrong(environment)).isEmpty();
        set("replicated", "true");
        assertThat(check.wrong(environment)).singleElement().asString().contains("neither a replica set");
    }

    @Test
    void a_server_that_does_not_answer_is_told_by_its_address() {
        set("connection-string", "mongodb://127.0.0.1:1");
        set("connect-within", "200ms");
        assertThatThrownBy(() -> new Preflight(List.of(check)).look(environment))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.reasons())
                        .singleElement()
                        .asString()
                        .startsWith("MongoDB at 127.0.0.1:1 does not answer"));
    }

    @Test
    void what_views_rest_on_cannot_be_weakened_by_the_connection_string() {
        set("replicated", "true");
        set("connections", "7");
        MongoClientSettings client = MongoParts.client(
                new ConnectionString("mongodb://a,b/?replicaSet=rs0&w=1&readPreference=nearest&readConcernLevel=local"
                        + "&connectTimeoutMS=9000"),
                Settings.of(environment, ViewSettings.class).place());
        assertThat(client.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
        assertThat(client.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(client.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(client.getRetryWrites()).isTrue();
        assertThat(client.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(client.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(9_000);
    }
}
