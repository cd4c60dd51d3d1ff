package dev.creatorledger.command.due;

import dev.creatorledger.events.backfill.BackfillId;
import java.time.Duration;

/** Seals what a closed backfill has left open (A11). */
public interface BackfillSealing {

    /**
     * Seals the windows of a closed backfill and makes their income final, as far as the time reaches; the rest is
     * sealed in the course of things.
     *
     * @return the position of the last event that came of it; 0 if there was nothing to do
     */
    long sealWithin(BackfillId backfillId, Duration time);
}
