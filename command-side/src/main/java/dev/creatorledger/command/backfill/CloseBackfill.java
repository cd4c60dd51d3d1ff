package dev.creatorledger.command.backfill;

import dev.creatorledger.events.backfill.BackfillId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Close a backfill; its windows are sealed from then on (A11). */
public record CloseBackfill(BackfillId backfillId) {

    /** The register of all backfills. */
    @TargetAggregateIdentifier
    public BackfillRegisterId register() {
        return BackfillRegisterId.THE_ONE;
    }
}
