package dev.creatorledger.query.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterType;
import dev.creatorledger.platform.start.Settings;
import dev.creatorledger.platform.start.StartCheck;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.core.env.Environment;

/** Whether the MongoDB of the views is there, and has a majority to acknowledge what is written. */
public final class MongoCheck implements StartCheck {

    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    /** Looks at what the settings name. */
    public MongoCheck() {}

    @Override
    public List<String> missing(Environment environment) {
        String place = Settings.of(environment, ViewSettings.class).place();
        if (place.isBlank()) {
            return List.of("ledger.views.connection-string (LEDGER_VIEWS_CONNECTION_STRING) is not set: it names the"
                    + " MongoDB of the views, as mongodb://host:27017/?replicaSet=rs0; a file can hold it"
                    + " (ledger.views.connection-string-file)");
        }
        try {
            ConnectionString parsed = new ConnectionString(place);
            return parsed.getHosts().isEmpty() ? List.of("ledger.views.connection-string names no host") : List.of();
        } catch (IllegalArgumentException e) {
            // Without its text, which may hold a password.
            return List.of("ledger.views.connection-string must be like mongodb://host:27017/?replicaSet=rs0");
        }
    }

    @Override
    public List<String> wrong(Environment environment) {
        ViewSettings settings = Settings.of(environment, ViewSettings.class);
        ConnectionString place = new ConnectionString(settings.place());
        String name = "MongoDB at " + String.join(",", place.getHosts());
        try (MongoClient client = MongoClients.create(MongoParts.client(place, settings))) {
            client.getDatabase(settings.database()).runCommand(PING);
            boolean alone = client.getClusterDescription().getType() == ClusterType.STANDALONE;
            return settings.replicated() && alone
                    ? List.of(name + " is neither a replica set nor a sharded cluster, so that nothing it acknowledges"
                            + " is safe; for a trial set ledger.views.replicated=false")
                    : List.of();
        } catch (MongoSecurityException e) {
            return List.of(name + " does not let the user of ledger.views.connection-string in");
        } catch (MongoException e) {
            return List.of(name + " does not answer: " + firstLine(e));
        }
    }

    private static String firstLine(MongoException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it gives no reason");
    }
}
