package dev.creatorledger.platform.mongo;

import dev.creatorledger.platform.start.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The MongoDB of what stands beside the events in mode {@code axonserver}: due dates, sagas, keys, the hash chain. The
 * views' one is named apart from it ({@code ledger.views}), for views can be made anew, and these cannot all.
 *
 * @param connectionString where it is, as {@code mongodb://host:27017/?replicaSet=rs0}
 * @param connectionStringFile a file with the connection string, which may hold a password
 * @param database the database's name
 * @param replicated whether it is a replica set or a sharded cluster, whose majority acknowledges what is written
 * @param connections how many connections there are at most
 * @param connectWithin how long is waited for a server before the caller is told that it is away
 * @param claimTime how long a node's claim on a processor holds that is not shown again
 */
@ConfigurationProperties("ledger.mongo")
public record MongoSettings(
        @DefaultValue("") String connectionString,
        @Nullable Path connectionStringFile,
        @DefaultValue("ledger-tables") String database,
        @DefaultValue("true") boolean replicated,
        @DefaultValue("50") int connections,
        @DefaultValue("3s") Duration connectWithin,
        @DefaultValue("10s") Duration claimTime) {

    /** Where it is, wherever that is told. */
    public MongoPlace place() {
        return new MongoPlace(
                PostgresSettings.secret(connectionString, connectionStringFile),
                database,
                replicated,
                connections,
                connectWithin);
    }
}
