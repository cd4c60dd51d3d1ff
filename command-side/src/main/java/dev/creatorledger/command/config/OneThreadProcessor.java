package dev.creatorledger.command.config;

import java.util.List;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * An event processor of one thread that begins with the oldest event; its token is plain, for what it feeds (tables,
 * sagas) is never replayed in part.
 */
public final class OneThreadProcessor {

    private OneThreadProcessor() {}

    /**
     * Declares the processor of a group.
     *
     * @param batch the events of one transaction
     * @param handlers the types whose handlers say which events the group is to see; each has at least one
     */
    public static void register(
            EventProcessingConfigurer processing, String group, int batch, List<Class<?>> handlers) {
        processing.registerTrackingEventProcessor(
                group,
                c -> new SelectedEvents(c.eventStore(), handlers),
                c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(batch)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }
}
