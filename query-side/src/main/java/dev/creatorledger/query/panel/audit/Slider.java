package dev.creatorledger.query.panel.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moments that books can be shown as of, in minutes since 1970.
 *
 * @param first just before the first event
 * @param last now
 * @param at the one that is shown
 * @param step how far one step goes
 * @param field the same as a field of type {@code datetime-local} holds it; empty for now
 */
record Slider(long first, long last, long at, long step, String field) {

    private static final int STEPS = 500;

    /** From before the first event until now. */
    static Slider of(@Nullable Instant firstEvent, Instant now, @Nullable String asOf, @Nullable String field) {
        long last = minute(now);
        long first = firstEvent == null ? last : minute(firstEvent);
        long at = asOf == null ? last : Math.min(last, Math.max(first, minute(Instant.parse(asOf))));
        return new Slider(first, last, at, Math.max(1, (last - first) / STEPS), field == null ? "" : field);
    }

    private static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), Duration.ofMinutes(1).toSeconds());
    }
}
