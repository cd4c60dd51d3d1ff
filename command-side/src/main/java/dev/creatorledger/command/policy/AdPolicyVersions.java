package dev.creatorledger.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
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

/** The versions of the figures of the ad-revenue programme (V1). */
@AggregateRoot
class AdPolicyVersions {

    private Versions<AdPolicy> versions = Versions.beginningWith(AdPolicy.DEFAULT);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it: the name of the stream
    private @Nullable PolicyName name;

    AdPolicyVersions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetAdPolicy command, Clock clock) {
        Instant from = command.effectiveFrom();
        AdPolicy before = versions.at(from);
        Setting.at(from, clock.instant())
                .next(versions, PolicyRules.MOST_VERSIONS, number -> command.figures()
                        .after(before, number))
                .ifPresent(policy -> apply(new AdPolicySet(from, policy)));
    }

    @EventSourcingHandler
    void evolve(AdPolicySet event) {
        name = PolicyName.AD_REVENUE;
        versions = versions.with(event.policy().version(), event.effectiveFrom(), event.policy());
    }
}
