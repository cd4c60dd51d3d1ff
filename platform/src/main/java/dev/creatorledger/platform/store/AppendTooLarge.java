package dev.creatorledger.platform.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** More events at once than the store takes in one transaction: nothing is stored, and less at once may be. */
public final class AppendTooLarge extends EventStoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Says by how much.
     *
     * @param bytes what the events come to
     * @param most what the store takes
     */
    public AppendTooLarge(long bytes, long most) {
        super(bytes + " bytes of events are too much for one transaction of the store, which takes " + most);
    }
}
