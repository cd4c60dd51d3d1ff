package dev.creatorledger.command.config;

import java.util.function.ToLongFunction;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far the groups of event handlers have come, and which of them run on this node. */
public final class GroupProgress {

    private final Configuration commandSide;
    private final ToLongFunction<String> positions;

    /**
     * The groups of a command side.
     *
     * @param positions tells up to where a group has handled everything, whichever node does it
     */
    public GroupProgress(Configuration commandSide, ToLongFunction<String> positions) {
        this.commandSide = commandSide;
        this.positions = positions;
    }

    /** The position up to which a group has handled everything, whichever node does it; 0 before it has begun. */
    public long position(String group) {
        return positions.applyAsLong(group);
    }

    /**
     * Whether this node handles the events of a group. Where the work that the group's tables tell is done on the same
     * node, no two nodes do it in vain; that they could is what its commands are quiet for.
     */
    public boolean isHere(String group) {
        return commandSide
                .eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(processor -> !processor.processingStatus().isEmpty())
                .orElse(false);
    }
}
