package dev.creatorledger.events.refusal;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.TierId;
import org.jspecify.annotations.Nullable;

/** What can happen to a request that changes nothing: it was refused (U1). */
public sealed interface RefusalEvent extends LedgerEvent {

    /** The refusal. */
    RefusalId refusalId();

    /**
     * A request was refused with 403, 409 or 422; who sent it, and the call's correlation id, are in the metadata.
     *
     * @param command what was asked for, imperative ({@code ApproveAdProgramme}); of a query its method and route
     * @param subject the client's id of the thing in the path, if there is one and it is well-formed
     * @param code the stable code of the problem
     * @param status the HTTP status that the caller was told
     */
    record CommandRefused(RefusalId refusalId, String command, @Nullable String subject, String code, int status)
            implements RefusalEvent {}

    /**
     * A perk was refused, and with it the tier that offers it (B4).
     *
     * @param code which prohibition it breaks
     */
    record PerkRefused(RefusalId refusalId, ChannelId channelId, TierId tierId, String title, String code)
            implements RefusalEvent {}
}
