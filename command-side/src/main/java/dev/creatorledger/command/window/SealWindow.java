package dev.creatorledger.command.window;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Make a window's totals final (A8); answered by {@link WindowTotals}, or by nothing if its time has not come.
 *
 * @param closedBackfill the closed backfill whose windows are sealed (A11); {@code null}: those of the ordinary
 *     course, by the clock
 */
public record SealWindow(@TargetAggregateIdentifier WindowId windowId, @Nullable BackfillId closedBackfill) {}
