package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import java.util.Collection;
import java.util.Map;

/** Heads of streams from Axon Server: a question for each, all under way at once. */
public final class AxonServerStreamHeads implements StreamHeads {

    private final AxonServerStore store;

    /** Asks over a connection, which stays its owner's. */
    public AxonServerStreamHeads(AxonServerConnector server, AxonServerSettings settings) {
        store = new AxonServerStore(server, settings);
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> streams) {
        return store.lastSequences(streams);
    }
}
