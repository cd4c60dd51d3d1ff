package dev.creatorledger.platform.mongo;

import java.time.Duration;

/**
 * A database on a MongoDB.
 *
 * @param connectionString where the server is; empty if that is not told
 * @param database the database's name
 * @param replicated whether it is a replica set or a sharded cluster, whose majority acknowledges what is written
 * @param connections how many connections there are at most
 * @param connectWithin how long is waited for a server before the caller is told that it is away
 */
public record MongoPlace(
        String connectionString, String database, boolean replicated, int connections, Duration connectWithin) {}
