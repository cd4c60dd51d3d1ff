package dev.creatorledger.query.view;

import dev.creatorledger.platform.metrics.Failures;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.EventTrackerStatusChangeListener;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;

/**
 * Makes the event processor of a group of views.
 *
 * <p>It is a tracking processor and not a pooled one, because only this takes batches of any size: thousands of events
 * become one write per document.
 */
final class ViewProcessor {

    /** How often a node looks for free segments while a claim holds. */
    private static final int LOOKS_PER_CLAIM = 5;

    private ViewProcessor() {}

    /**
     * A processor that is not started yet.
     *
     * @param segments how many threads share the work, over all nodes; counts only while no token is stored
     * @param limits how many events are folded before documents are written, and how long claims hold
     */
    static TrackingEventProcessor of(
            ViewGroup group, FoldingInvoker invoker, Views.Parts parts, int segments, Views.Limits limits) {
        TrackingEventProcessorConfiguration configuration = TrackingEventProcessorConfiguration.forParallelProcessing(
                        segments)
                .andBatchSize(limits.batchSize())
                .andTokenClaimInterval(limits.claimTime().toMillis() / LOOKS_PER_CLAIM, TimeUnit.MILLISECONDS)
                .andInitialTrackingToken(source -> null)
                .andEventTrackerStatusChangeListener(new Tracker(group.name(), parts.positions()));
        return TrackingEventProcessor.builder()
                .name(group.name())
                .eventHandlerInvoker(invoker)
                .messageSource(parts.events())
                .tokenStore(parts.tokens())
                .transactionManager(NoTransactionManager.INSTANCE)
                .storingTokensAfterProcessing()
                .errorHandler(new Failures())
                .spanFactory(parts.tracing().followers(group.name()))
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
