package dev.creatorledger.command.window;

import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Open a window for its first impression (A8).
 *
 * @param windowId the window
 * @param shareBps the creator's share of its hour, basis points (A3)
 * @param policyVersion the version of the policy in force (V1)
 * @param backfillId the backfill under which it is opened, if any (A11)
 */
public record OpenWindow(
        @TargetAggregateIdentifier WindowId windowId,
        int shareBps,
        int policyVersion,
        @Nullable BackfillId backfillId) {}
