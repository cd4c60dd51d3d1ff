package dev.creatorledger.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterType;
import dev.creatorledger.platform.start.StartCheck;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.core.env.Environment;

/** Whether a MongoDB is there, and has a majority to acknowledge what is written. */
public final class MongoCheck implements StartCheck {

    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    private final String prefix;
    private final String use;
    private final Function<Environment, MongoPlace> named;

    /**
     * Looks at what the settings name.
     *
     * @param prefix what its settings begin with
     * @param use what it is for, as in {@code the views}
     * @param named reads its settings
     */
    public MongoCheck(String prefix, String use, Function<Environment, MongoPlace> named) {
        this.prefix = prefix;
        this.use = use;
        this.named = named;
    }

    @Override
    public List<String> missing(Environment environment) {
        String place = named.apply(environment).connectionString();
        String setting = prefix + ".connection-string";
        if (place.isBlank()) {
            return List.of(setting + " (" + variable(setting) + ") is not set: it names the MongoDB of " + use
                    + ", as mongodb://host:27017/?replicaSet=rs0; a file can hold it (" + setting + "-file)");
        }
        try {
            ConnectionString parsed = new ConnectionString(place);
            return parsed.getHosts().isEmpty() ? List.of(setting + " names no host") : List.of();
        } catch (IllegalArgumentException e) {
            // Without its text, which may hold a password.
            return List.of(setting + " must be like mongodb://host:27017/?replicaSet=rs0");
        }
    }

    @Override
    public List<String> wrong(Environment environment) {
        MongoPlace place = named.apply(environment);
        ConnectionString server = new ConnectionString(place.connectionString());
        String name = "MongoDB at " + String.join(",", server.getHosts());
        try (MongoClient client = MongoClients.create(MongoParts.client(server, place))) {
            client.getDatabase(place.database()).runCommand(PING);
            boolean alone = client.getClusterDescription().getType() == ClusterType.STANDALONE;
            return place.replicated() && alone
                    ? List.of(name + " is neither a replica set nor a sharded cluster, so that nothing it acknowledges"
                            + " is safe; for a trial set " + prefix + ".replicated=false")
                    : List.of();
        } catch (MongoSecurityException e) {
            return List.of(name + " does not let the user of " + prefix + ".connection-string in");
        } catch (MongoException e) {
            return List.of(name + " does not answer: " + firstLine(e));
        }
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String firstLine(MongoException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it gives no reason");
    }
}
