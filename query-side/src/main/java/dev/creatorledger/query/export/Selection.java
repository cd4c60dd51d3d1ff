package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is exported: fixed when it begins, so that the same selection is the same bytes whatever is stored meanwhile.
 *
 * @param channelId whose; absent: everybody's
 * @param from the earliest time of recording, inclusive; absent: from the beginning
 * @param to the latest time of recording, exclusive; absent: up to the head
 * @param head the newest position; what is stored later is not in it
 */
public record Selection(@Nullable ChannelId channelId, @Nullable Instant from, @Nullable Instant to, long head) {

    /** Whether an event of this time belongs to the period. */
    boolean covers(Instant recordedAt) {
        return (from == null || !recordedAt.isBefore(from)) && (to == null || recordedAt.isBefore(to));
    }
}
