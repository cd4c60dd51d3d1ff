package dev.creatorledger.query.export;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayEvent;
import dev.creatorledger.events.membership.ProgrammeEvent;
import org.jspecify.annotations.Nullable;

/** Whose accounts an event can post to, told without the journal. */
final class ChannelsOf {

    private ChannelsOf() {}

    static @Nullable ChannelId event(LedgerEvent event) {
        if (event instanceof ChannelEvent channel) {
            return channel.channelId();
        }
        if (event instanceof ProgrammeEvent programme) {
            return programme.channelId();
        }
        return event instanceof MembershipDayEvent day ? day.dayId().channelId() : null;
    }
}
