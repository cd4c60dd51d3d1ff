package dev.creatorledger.command.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.person.PersonEvent.MemberErased;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What is remembered of a member as a person: that it was erased, if it was (U7). */
@AggregateRoot
class Member {

    @AggregateIdentifier
    private @Nullable MemberId id;

    Member() {}

    /** Erase a member; quiet if it was erased before. */
    record EraseMember(@TargetAggregateIdentifier MemberId memberId) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseMember command) {
        if (id == null) {
            apply(new MemberErased(command.memberId()));
        }
    }

    @EventSourcingHandler
    void evolve(MemberErased event) {
        id = event.memberId();
    }
}
