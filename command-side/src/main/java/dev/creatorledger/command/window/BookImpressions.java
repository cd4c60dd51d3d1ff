package dev.creatorledger.command.window;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Book impressions of one hour and one credited channel; answered by an outcome for each, in order (A6).
 *
 * <p>An answer {@code INVALID} means that the impression would take a total of the window over what can be counted.
 *
 * @param backfillId the open backfill under which they are sent, if any (A11)
 * @param impressions impressions shown in the window's hour with videos credited to its channel
 */
public record BookImpressions(
        @TargetAggregateIdentifier WindowId windowId,
        @Nullable BackfillId backfillId,
        List<CreditedImpression> impressions) {}
