package dev.creatorledger.query.view;

import dev.creatorledger.events.LedgerEvent;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of a processor's batch and folds them when the last one has come: documents are written inside
 * the unit of work and before its token, so a crash in between only delivers events again, which changes nothing.
 */
final class FoldingInvoker implements EventHandlerInvoker {

    private static final String BATCH = FoldedBatch.class.getName();

    private final GroupStore store;

    FoldingInvoker(GroupStore store) {
        this.store = store;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return store.caresFor(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return store.caresFor(message.getPayloadType())
                && (segment.getMask() == 0 || segment.matches(ChannelOfEvent.channelOf(message)));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        FoldedBatch batch = unitOfWork.getOrComputeResource(BATCH, key -> new FoldedBatch(store));
        batch.take((LedgerEvent) message.getPayload(), positionOf(message));
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> several) || several.isLastMessage()) {
            batch.finish();
        }
    }

    /** Another node may change the documents from here on. */
    @Override
    public void segmentReleased(Segment segment) {
        store.forget();
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    private static long positionOf(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message)
                .trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("an event of the store has no position"));
    }
}
