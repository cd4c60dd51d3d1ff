package dev.creatorledger.command.backfill;

import dev.creatorledger.events.backfill.BackfillId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask for the period and state of a backfill; answered by a {@link BackfillState} (A11). */
public record AskBackfill(BackfillId backfillId) {

    /** The register of all backfills. */
    @TargetAggregateIdentifier
    public BackfillRegisterId register() {
        return BackfillRegisterId.THE_ONE;
    }
}
