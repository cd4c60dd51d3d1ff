package dev.creatorledger.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.refusal.RefusalEvent.PerkRefused;
import dev.creatorledger.events.refusal.RefusalId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A perk that was refused, for compliance (B4, U6). */
@AggregateRoot
class RefusedPerk {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private RefusalId id;

    @SuppressWarnings("NullAway.Init") // Axon makes it, the first event gives it its identity
    RefusedPerk() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // the event gives it its identity
    RefusedPerk(RecordRefusedPerk command) {
        apply(new PerkRefused(
                command.refusalId(), command.channelId(), command.tierId(), command.title(), command.code()));
    }

    @EventSourcingHandler
    void evolve(PerkRefused event) {
        id = event.refusalId();
    }

    /** Keep what was refused. */
    record RecordRefusedPerk(
            @TargetAggregateIdentifier RefusalId refusalId,
            ChannelId channelId,
            TierId tierId,
            String title,
            String code) {}
}
