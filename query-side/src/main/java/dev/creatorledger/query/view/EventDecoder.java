package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvent;

/** Reads a stored event, in the same way as the event store does for live ones. */
@FunctionalInterface
public interface EventDecoder {

    /**
     * The event.
     *
     * @throws RuntimeException if it cannot be read; nothing is skipped
     */
    LedgerEvent decode(StoredEvent stored);
}
