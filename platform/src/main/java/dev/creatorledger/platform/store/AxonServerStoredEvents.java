package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import java.util.function.Consumer;

/** Stored events from Axon Server, along its one order. */
public final class AxonServerStoredEvents extends ScannedEvents {

    private final AxonServerStore store;
    private final AxonServerEvents form;

    /** Reads over a connection, which stays its owner's. */
    public AxonServerStoredEvents(AxonServerConnector server, AxonServerSettings settings, EventSerializer serializer) {
        store = new AxonServerStore(server, settings);
        form = new AxonServerEvents(serializer);
    }

    @Override
    public long head() {
        return store.head();
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> each) {
        // Whoever has seen nothing may say so with any number below the first position.
        store.read(Math.max(0, after), Math.min(upTo, store.head()), read -> each.accept(form.stored(read)));
    }
}
