package dev.creatorledger.command.due;

import dev.creatorledger.platform.store.StoredEvents;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far the table of due windows has come along the events. */
final class DueProgress {

    private final Configuration commandSide;
    private final StoredEvents storedEvents;

    DueProgress(Configuration commandSide, StoredEvents storedEvents) {
        this.commandSide = commandSide;
        this.storedEvents = storedEvents;
    }

    /** The position of the newest stored event. */
    long head() {
        return storedEvents.head();
    }

    /** The position up to which the table has taken in everything; 0 before the processor has begun. */
    long position() {
        return commandSide
                .eventProcessingConfiguration()
                .eventProcessor(DueWindows.GROUP, StreamingEventProcessor.class)
                .flatMap(processor ->
                        processor.processingStatus().values().stream().findFirst())
                .map(status -> status.getCurrentPosition().orElse(0))
                .orElse(0L);
    }
}
