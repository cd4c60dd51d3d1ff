package dev.creatorledger.command.config;

import java.util.List;
import java.util.Objects;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the groups of event handlers have come, and which of them run on this node. */
public final class GroupProgress {

    private static final String TOKEN = "SELECT token, token_type FROM token_entry WHERE processor_name = ?";

    private final Configuration commandSide;
    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    /** The groups of a command side, with their tokens in a database. */
    public GroupProgress(Configuration commandSide, JdbcTemplate jdbc, Serializer serializer) {
        this.commandSide = commandSide;
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The position up to which a group has handled everything, whichever node does it; 0 before it has begun. */
    public long position(String group) {
        List<Long> positions = jdbc.query(
                TOKEN,
                (row, number) -> {
                    byte[] token = row.getBytes(1);
                    return token == null ? 0 : position(token, Objects.requireNonNull(row.getString(2)));
                },
                group);
        return positions.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private long position(byte[] token, String type) {
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read == null ? 0 : read.position().orElse(0);
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
