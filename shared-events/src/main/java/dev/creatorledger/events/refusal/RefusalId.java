package dev.creatorledger.events.refusal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of one refusal, derived by the service (U1). */
public record RefusalId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "refusal:";

    private static final int OCTETS = 16;

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public RefusalId {
        StreamId.checked("refusalId", value);
    }

    /** The refusal of one call, by the identifier that the service has given to the call. */
    public static RefusalId ofCall(String callId) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((PREFIX + callId).getBytes(StandardCharsets.UTF_8));
            return new RefusalId(HexFormat.of().formatHex(hash, 0, OCTETS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
