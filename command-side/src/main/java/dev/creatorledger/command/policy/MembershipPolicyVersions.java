package dev.creatorledger.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PolicyEvent.MembershipPolicySet;
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

/** The versions of the figures of memberships (V1). */
@AggregateRoot
class MembershipPolicyVersions {

    private Versions<MembershipPolicy> versions = Versions.beginningWith(MembershipPolicy.DEFAULT);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it: the name of the stream
    private @Nullable PolicyName name;

    MembershipPolicyVersions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetMembershipPolicy command, Clock clock) {
        Instant from = command.effectiveFrom();
        MembershipPolicy before = versions.at(from);
        Setting.at(from, clock.instant())
                .next(versions, PolicyRules.MOST_VERSIONS, number -> command.figures()
                        .after(before, number))
                .ifPresent(policy -> apply(new MembershipPolicySet(from, policy)));
    }

    @EventSourcingHandler
    void evolve(MembershipPolicySet event) {
        name = PolicyName.MEMBERSHIPS;
        versions = versions.with(event.policy().version(), event.effectiveFrom(), event.policy());
    }
}
