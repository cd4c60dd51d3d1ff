package dev.creatorledger.query.view;

import dev.creatorledger.query.view.Delivery.Delivered;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Gathers the events of a processor's batch and folds them when the last one has come: documents are written inside
 * the unit of work and before its token, so a crash in between only delivers events again, which changes nothing.
 */
final class FoldingInvoker implements EventHandlerInvoker {

    private static final String BATCH = Delivery.class.getName();

    private final GroupStore store;
    private final Poison poison;

    FoldingInvoker(GroupStore store, Poison poison) {
        this.store = store;
        this.poison = poison;
    }

    /** What is of an unknown type may well be about documents of the group: it is not passed over in silence. */
    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return store.caresFor(payloadType) || payloadType.equals(UnknownSerializedType.class);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType())
                && (segment.getMask() == 0
                        || isOf(segment, poison.sequenceOf(new Delivered(message, positionOf(message)))));
    }

    /** What nobody can tell the sequence of concerns every segment: none of them may pass it. */
    private static boolean isOf(Segment segment, String sequence) {
        return sequence.isEmpty() || segment.matches(sequence);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        Delivery batch =
                unitOfWork.getOrComputeResource(BATCH, key -> new Delivery(poison, store, segment.getSegmentId()));
        batch.take(message, positionOf(message));
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> several) || several.isLastMessage()) {
            batch.finish();
        }
    }

    /** Another node may change the documents from here on. */
    @Override
    public void segmentReleased(Segment segment) {
        store.forget();
        poison.forget(segment.getSegmentId());
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
