package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.membership.SlotCommand.FreeSlot;
import dev.creatorledger.command.membership.SlotCommand.TakeSlot;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.SlotEvent.SlotFreed;
import dev.creatorledger.events.membership.SlotEvent.SlotTaken;
import dev.creatorledger.events.membership.SlotId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Rule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The one place that a viewer has among a channel's members: at most one live membership has it (B10). */
@AggregateRoot
class MembershipSlot {

    @AggregateIdentifier
    private SlotId id;

    private @Nullable MembershipId holder;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    MembershipSlot() {}

    /** B10. */
    private record AViewerHasOneLiveMembership(@Nullable MembershipId holder, MembershipId asking) implements Rule {

        @Override
        public boolean holds() {
            return holder == null || holder.equals(asking);
        }

        @Override
        public Refusal refusal() {
            return new Refusal(ErrorCode.ALREADY_MEMBER, "The viewer has a live membership in this channel.");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(TakeSlot command) {
        new AViewerHasOneLiveMembership(holder, command.membershipId()).check();
        if (holder == null) {
            apply(new SlotTaken(command.slotId(), command.membershipId()));
        }
    }

    @CommandHandler
    void decide(FreeSlot command) {
        if (command.membershipId().equals(holder)) {
            apply(new SlotFreed(id, command.membershipId()));
        }
    }

    @EventSourcingHandler
    void evolve(SlotTaken event) {
        id = event.slotId();
        holder = event.membershipId();
    }

    @EventSourcingHandler
    void evolve(SlotFreed event) {
        holder = null;
    }
}
