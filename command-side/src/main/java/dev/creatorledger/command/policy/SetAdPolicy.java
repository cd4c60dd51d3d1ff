package dev.creatorledger.command.policy;

import dev.creatorledger.events.policy.PolicyName;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Set a version of the figures of the ad-revenue programme, in force from an instant on (V1). */
record SetAdPolicy(Instant effectiveFrom, AdFigures figures) {

    @TargetAggregateIdentifier
    PolicyName name() {
        return PolicyName.AD_REVENUE;
    }
}
