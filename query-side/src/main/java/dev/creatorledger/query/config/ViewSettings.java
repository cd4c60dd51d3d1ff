package dev.creatorledger.query.config;

import dev.creatorledger.platform.mongo.MongoCheck;
import dev.creatorledger.platform.mongo.MongoPlace;
import dev.creatorledger.platform.start.PostgresSettings;
import dev.creatorledger.platform.start.Settings;
import dev.creatorledger.platform.start.StartCheck;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the views are kept.
 *
 * @param connectionString where MongoDB is, as {@code mongodb://host:27017/?replicaSet=rs0}; without effect where the
 *     process brings a server along
 * @param connectionStringFile a file with the connection string, which may hold a password
 * @param replicated whether MongoDB is a replica set or a sharded cluster, whose majority acknowledges what is written
 * @param connections how many connections to MongoDB there are at most
 * @param node the name under which this node claims its segments: where it is the same after a restart, nothing waits
 *     for an old claim to run out; empty: the process's own name
 * @param database the database's name
 * @param rebuildAtStart whether views without a token are made in memory at the start (embedded mode)
 * @param segments how many threads, over all nodes, share the events; counts while no token is stored
 * @param batchSize how many events are folded before documents are written, at most
 * @param pace how long events gather, while there are many, before they are folded
 * @param cachedEntries how many entries of about 100 bytes each collection keeps in memory
 * @param claimTime how long a node's claim on a segment holds that is not shown again
 * @param connectWithin how long is waited for a server before the caller is told that it is away
 * @param patience how long a query waits for the position it asks for
 * @param era how many positions of the event store an era has: of each document whose past can be asked, the last
 *     state of every era is kept, and as many events are read at most to tell what it was in between
 * @param deadLetters how many events that cannot be folded a group of views sets aside, at most, before it stops
 * @param settledAfter how long after an instant of the past everything recorded up to it is stored
 */
@ConfigurationProperties("ledger.views")
public record ViewSettings(
        @DefaultValue("") String connectionString,
        @Nullable Path connectionStringFile,
        @DefaultValue("false") boolean replicated,
        @DefaultValue("100") int connections,
        @DefaultValue("") String node,
        @DefaultValue("ledger") String database,
        @DefaultValue("true") boolean rebuildAtStart,
        @DefaultValue("1") int segments,
        @DefaultValue("10000") int batchSize,
        @DefaultValue("250ms") Duration pace,
        @DefaultValue("200000") long cachedEntries,
        @DefaultValue("10s") Duration claimTime,
        @DefaultValue("3s") Duration connectWithin,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("65536") long era,
        @DefaultValue("100000") int deadLetters,
        @DefaultValue("1s") Duration settledAfter) {

    /** Where MongoDB is, wherever that is told. */
    MongoPlace place() {
        return new MongoPlace(
                PostgresSettings.secret(connectionString, connectionStringFile),
                database,
                replicated,
                connections,
                connectWithin);
    }

    /** Whether it is there. */
    public static StartCheck check() {
        return new MongoCheck("ledger.views", "the views", environment -> Settings.of(environment, ViewSettings.class)
                .place());
    }

    /** The name under which this node claims its segments. */
    String claimant() {
        return node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node;
    }

    /** The same, but never another process's: where nobody keeps names apart, none is taken over. */
    String claimantOfThisLife() {
        return claimant() + "/" + ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
