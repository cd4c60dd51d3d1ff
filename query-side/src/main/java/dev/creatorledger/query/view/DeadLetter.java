package dev.creatorledger.query.view;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * An event that a group of views has set aside: it could not be folded, or it stands behind one of its sequence that
 * could not. Its content stays in the event store.
 *
 * @param group the group of views
 * @param sequence the channel, member or the like whose documents stand still
 * @param position the event's position
 * @param eventId its identity
 * @param stream its stream
 * @param type its stored type
 * @param recordedAt when it was recorded
 * @param attempts how often it was tried and failed; 0 for one that only waits behind another
 * @param reason why it failed; null for one that only waits
 */
public record DeadLetter(
        String group,
        String sequence,
        long position,
        String eventId,
        String stream,
        String type,
        Instant recordedAt,
        int attempts,
        @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    /** Its identity, in the order of positions. */
    public String id() {
        return String.format("%019d-%s", position, group);
    }

    /** Why an event failed, in one line that fits: names and figures of the failure, not the event. */
    static String reasonOf(Unfoldable failure) {
        Throwable cause = Objects.requireNonNull(failure.getCause());
        // Axon says once more that something could not be read, and not what.
        while (cause instanceof SerializationException && cause.getCause() instanceof SerializationException closer) {
            cause = closer;
        }
        String told = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return told.substring(0, Math.min(told.length(), LONGEST_REASON));
    }
}
