package dev.creatorledger.command.backfill;

import dev.creatorledger.events.backfill.BackfillId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Open a past period for booking; answered by whether it was opened now and not before (A11).
 *
 * @param backfillId its id
 * @param from the first instant of the period, a full hour
 * @param to the first instant after the period, a full hour
 */
public record OpenBackfill(BackfillId backfillId, Instant from, Instant to) {

    /** The register of all backfills. */
    @TargetAggregateIdentifier
    public BackfillRegisterId register() {
        return BackfillRegisterId.THE_ONE;
    }
}
