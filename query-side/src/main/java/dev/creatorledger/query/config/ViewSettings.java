package dev.creatorledger.query.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the views are kept.
 *
 * @param connectionString where MongoDB is; without effect where the process brings a server along
 * @param database the database's name
 * @param rebuildAtStart whether views without a token are made in memory at the start (embedded mode)
 * @param segments how many threads, over all nodes, share the events; counts while no token is stored
 * @param batchSize how many events are folded before documents are written, at most
 * @param pace how long events gather, while there are many, before they are folded
 * @param cachedEntries how many entries of about 100 bytes each collection keeps in memory
 * @param claimTime how long a node's claim on a segment holds that is not shown again
 * @param connectWithin how long is waited for a server before the caller is told that it is away
 * @param patience how long a query waits for the position it asks for
 * @param settledAfter how long after an instant of the past everything recorded up to it is stored
 */
@ConfigurationProperties("ledger.views")
public record ViewSettings(
        @DefaultValue("mongodb://127.0.0.1:27017") String connectionString,
        @DefaultValue("ledger") String database,
        @DefaultValue("true") boolean rebuildAtStart,
        @DefaultValue("1") int segments,
        @DefaultValue("10000") int batchSize,
        @DefaultValue("250ms") Duration pace,
        @DefaultValue("200000") long cachedEntries,
        @DefaultValue("10s") Duration claimTime,
        @DefaultValue("3s") Duration connectWithin,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("1s") Duration settledAfter) {}
