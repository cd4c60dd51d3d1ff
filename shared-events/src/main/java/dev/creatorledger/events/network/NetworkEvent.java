package dev.creatorledger.events.network;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelId;

/** What can happen to a multi-channel network (B2). */
public sealed interface NetworkEvent extends LedgerEvent {

    /** The network it happened to. */
    NetworkId networkId();

    /** A network was registered. */
    record NetworkRegistered(NetworkId networkId, String title) implements NetworkEvent {}

    /** A network is called otherwise from now on. */
    record NetworkRenamed(NetworkId networkId, String title) implements NetworkEvent {}

    /** A network accepted the terms of memberships: for its channels too (B1, B2). */
    record NetworkTermsAccepted(NetworkId networkId) implements NetworkEvent {}

    /** A channel was added. */
    record NetworkChannelAdded(NetworkId networkId, ChannelId channelId) implements NetworkEvent {}

    /** A channel left, or was taken over by another network. */
    record NetworkChannelRemoved(NetworkId networkId, ChannelId channelId) implements NetworkEvent {}
}
