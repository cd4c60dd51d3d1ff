package dev.creatorledger.command.membership;

import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.SlotId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What the one place of a viewer among a channel's members can be told (B10). */
sealed interface SlotCommand {

    /** Give it to a membership; refused while another one has it. */
    record TakeSlot(@TargetAggregateIdentifier SlotId slotId, MembershipId membershipId) implements SlotCommand {}

    /** A membership gives it back; quiet if it does not have it. */
    record FreeSlot(@TargetAggregateIdentifier SlotId slotId, MembershipId membershipId) implements SlotCommand {}
}
