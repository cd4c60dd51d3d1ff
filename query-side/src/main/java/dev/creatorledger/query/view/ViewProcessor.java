package dev.creatorledger.query.view;

import java.util.Map;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Makes the event processor of a group of views.
 *
 * <p>It is a tracking processor and not a pooled one, because only this takes batches of any size: thousands of events
 * become one write per document.
 */
final class ViewProcessor {

    private ViewProcessor() {}

    /**
     * A processor that is not started yet.
     *
     * @param segments how many threads share the work, over all nodes; counts only while no token is stored
     * @param batchSize how many events are folded before documents are written, at most
     */
    static TrackingEventProcessor of(
            ViewGroup group,
            GroupStore store,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            TokenStore tokens,
            ViewPositions positions,
            int segments,
            int batchSize) {
        TrackingEventProcessorConfiguration configuration = TrackingEventProcessorConfiguration.forParallelProcessing(
                        segments)
                .andBatchSize(batchSize)
                .andInitialTrackingToken(source -> null)
                .andEventTrackerStatusChangeListener(new Tracker(group.name(), positions));
        return TrackingEventProcessor.builder()
                .name(group.name())
                .eventHandlerInvoker(new FoldingInvoker(store))
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .storingTokensAfterProcessing()
                .errorHandler(PropagatingErrorHandler.instance())
                .trackingEventProcessorConfiguration(configuration)
                .build();
    }

    /** Tells how far the segments of this node have come, also past events that nobody here cares for. */
    private record Tracker(String group, ViewPositions positions) implements EventTrackerStatusChangeListener {

        @Override
        public void onEventTrackerStatusChange(Map<Integer, EventTrackerStatus> changes) {
            changes.forEach((segment, status) -> {
                if (status.trackerRemoved()) {
                    positions.left(group, segment);
                } else {
                    status.getCurrentPosition().ifPresent(position -> positions.reached(group, segment, position));
                }
            });
        }

        @Override
        public boolean validatePositions() {
            return true;
        }
    }
}
