package dev.creatorledger.events.backfill;

import dev.creatorledger.events.LedgerEvent;
import java.time.Instant;

/** What can happen to a backfill: opened for a past period, and closed (A11). */
public sealed interface BackfillEvent extends LedgerEvent {

    /** The backfill it happened to. */
    BackfillId backfillId();

    /**
     * An operator opened a past period for booking.
     *
     * @param from the first instant of the period
     * @param to the first instant after the period
     */
    record BackfillOpened(BackfillId backfillId, Instant from, Instant to) implements BackfillEvent {}

    /** An operator closed the period; its windows are sealed from here on. */
    record BackfillClosed(BackfillId backfillId) implements BackfillEvent {}
}
