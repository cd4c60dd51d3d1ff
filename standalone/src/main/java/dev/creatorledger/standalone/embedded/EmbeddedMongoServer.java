package dev.creatorledger.standalone.embedded;

import de.bwaldvogel.mongo.MongoServer;

/**
 * A double of MongoDB in the memory of this process, reachable from this machine alone; what it holds is built anew
 * from the events at every start.
 */
public final class EmbeddedMongoServer implements AutoCloseable {

    private final MongoServer server;
    private final String connectionString;

    private EmbeddedMongoServer(MongoServer server, String connectionString) {
        this.server = server;
        this.connectionString = connectionString;
    }

    /** Starts an empty one on a free port of the loopback interface. */
    public static EmbeddedMongoServer start() {
        MongoServer server = new MongoServer(new IdentityFirstBackend());
        return new EmbeddedMongoServer(server, server.bindAndGetConnectionString());
    }

    /** Where to connect. */
    public String connectionString() {
        return connectionString;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
