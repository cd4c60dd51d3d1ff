package dev.creatorledger.command.backfill;

import dev.creatorledger.events.backfill.BackfillId;
import java.time.Instant;

/**
 * A backfill as it stands (A11).
 *
 * @param id its id
 * @param from the first instant of the period
 * @param to the first instant after the period
 * @param open whether it still takes impressions
 */
public record BackfillState(BackfillId id, Instant from, Instant to, boolean open) {

    /** The same, closed. */
    BackfillState closed() {
        return new BackfillState(id, from, to, false);
    }

    /** Whether an instant belongs to the period. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
