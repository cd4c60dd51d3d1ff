package dev.creatorledger.command.config;

import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far groups of event handlers have come, as their tokens in PostgreSQL tell. */
public final class JdbcPositions {

    private static final String TOKEN = "SELECT token, token_type FROM token_entry WHERE processor_name = ?";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    /** Reads the tokens of a database. */
    public JdbcPositions(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The position up to which a group has handled everything, whichever node does it; 0 before it has begun. */
    public long reached(String group) {
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
}
