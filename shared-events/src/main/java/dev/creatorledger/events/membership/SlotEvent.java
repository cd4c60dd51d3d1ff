package dev.creatorledger.events.membership;

import dev.creatorledger.events.LedgerEvent;

/** What can happen to the one place that a viewer can have among a channel's members (B10). */
public sealed interface SlotEvent extends LedgerEvent {

    /** The place. */
    SlotId slotId();

    /** A live membership has it. */
    record SlotTaken(SlotId slotId, MembershipId membershipId) implements SlotEvent {}

    /** The membership that had it is no longer live. */
    record SlotFreed(SlotId slotId, MembershipId membershipId) implements SlotEvent {}
}
