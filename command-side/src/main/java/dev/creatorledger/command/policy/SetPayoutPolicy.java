package dev.creatorledger.command.policy;

import dev.creatorledger.events.policy.PolicyName;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Set a version of the figures of payouts, in force from an instant on (V1). */
record SetPayoutPolicy(Instant effectiveFrom, PayoutFigures figures) {

    @TargetAggregateIdentifier
    PolicyName name() {
        return PolicyName.PAYOUTS;
    }
}
