package dev.creatorledger.command.backfill;

import dev.creatorledger.events.StreamId;

/** The identity of the one register of backfills: one stream for all, because open ones must not overlap (A11). */
public enum BackfillRegisterId implements StreamId {
    /** There is no other. */
    THE_ONE;

    @Override
    public String value() {
        return "backfills";
    }

    @Override
    public String toString() {
        return value();
    }
}
