package dev.creatorledger.platform.store;

import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What a unit of work has appended to the event store; kept as a resource of its root by the storage engine. */
public final class Appended {

    private static final String RESOURCE = Appended.class.getName();

    private long lastPosition;

    private Appended() {}

    /** What the root of a unit of work has appended so far. */
    public static Appended in(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new Appended());
    }

    /** Notes the position of the newest event appended. */
    public void upTo(long position) {
        lastPosition = Math.max(lastPosition, position);
    }

    /** The position of the newest event appended; 0 if nothing was. */
    public long lastPosition() {
        return lastPosition;
    }
}
