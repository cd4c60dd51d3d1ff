package dev.creatorledger.events.person;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.membership.MemberId;

/** What can happen to what is known of a person who owns no channel (U7). */
public sealed interface PersonEvent extends LedgerEvent {

    /** A member's key is destroyed: nothing that was sealed under it can be read, and no more is kept. */
    record MemberErased(MemberId memberId) implements PersonEvent {}
}
