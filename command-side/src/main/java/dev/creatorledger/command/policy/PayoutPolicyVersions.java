package dev.creatorledger.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.policy.PolicyRules.AWarningComesBeforeItsDeadline;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.events.policy.PolicyEvent.PayoutPolicySet;
import dev.creatorledger.events.policy.PolicyName;
import dev.creatorledger.platform.policy.Versions;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The versions of the figures of payouts (V1). */
@AggregateRoot
class PayoutPolicyVersions {

    private Versions<PayoutPolicy> versions = Versions.beginningWith(PayoutPolicy.DEFAULT);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it: the name of the stream
    private @Nullable PolicyName name;

    PayoutPolicyVersions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetPayoutPolicy command, Clock clock) {
        Instant from = command.effectiveFrom();
        PayoutPolicy before = versions.at(from);
        Setting.at(from, clock.instant())
                .next(versions, PolicyRules.MOST_VERSIONS, number -> command.figures()
                        .after(before, number))
                .ifPresent(policy -> {
                    new AWarningComesBeforeItsDeadline(policy).check();
                    apply(new PayoutPolicySet(from, policy));
                });
    }

    @EventSourcingHandler
    void evolve(PayoutPolicySet event) {
        name = PolicyName.PAYOUTS;
        versions = versions.with(event.policy().version(), event.effectiveFrom(), event.policy());
    }
}
