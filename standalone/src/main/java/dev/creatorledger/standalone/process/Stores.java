package dev.creatorledger.standalone.process;

import dev.creatorledger.standalone.embedded.DataFolder;
import dev.creatorledger.standalone.embedded.EmbeddedMongoServer;
import dev.creatorledger.standalone.embedded.EmbeddedPostgresServer;
import dev.creatorledger.standalone.embedded.MasterKeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folder and the embedded stores of one process: taken before the application starts, given back after it.
 */
final class Stores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    private final Path data;
    private final Path masterKey;
    private final EmbeddedPostgresServer events;
    private final EmbeddedMongoServer views;
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    private Stores(DataFolder folder, Path masterKey, EmbeddedPostgresServer events, EmbeddedMongoServer views) {
        this.data = folder.path();
        this.masterKey = masterKey;
        this.events = events;
        this.views = views;
        held.push(folder);
        held.push(events);
        held.push(views);
    }

    /**
     * Starts both in a folder, which is given back if they do not start.
     *
     * @throws IOException if one cannot be started
     */
    static Stores start(DataFolder folder) throws IOException {
        Path masterKey = MasterKeyFile.of(folder, System.getenv());
        EmbeddedPostgresServer events = EmbeddedPostgresServer.start(folder);
        try {
            return new Stores(folder, masterKey, events, EmbeddedMongoServer.start());
        } catch (RuntimeException e) {
            events.close();
            throw e;
        }
    }

    /** Where the application finds them, as its settings. */
    Map<String, Object> settings() {
        return Map.of(
                // One process at a time holds the folder, so the next one may take over its claims at once, and what is
                // kept in memory is all there is.
                "ledger.command.node", "the process that holds the folder",
                "ledger.command.alone", true,
                "ledger.persons.master-key-file", masterKey.toString(),
                "ledger.chain.checkpoints", data.resolve("checkpoints").toString(),
                "ledger.chain.keys", data.resolve("keys").toString(),
                "spring.datasource.url", events.jdbcUrl(),
                "spring.datasource.username", events.user(),
                "spring.datasource.password", events.password(),
                "ledger.views.connection-string", views.connectionString());
    }

    /** Gives everything back, the last taken first; a second time is quiet. */
    @Override
    public synchronized void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception e) {
                LOG.warn("A store did not stop as it should", e);
            }
        }
    }
}
