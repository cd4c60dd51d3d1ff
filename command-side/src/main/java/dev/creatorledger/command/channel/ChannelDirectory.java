package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelId;

/** Knows which channels are registered (C1). */
public interface ChannelDirectory {

    /** Whether a channel of this id is registered; once it is, it stays so. */
    boolean isRegistered(ChannelId channelId);
}
