package dev.creatorledger.command.network;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.network.NetworkId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a network can be told and asked (B2). */
sealed interface NetworkCommand {

    /** Register a network, or give its name anew; terms that were accepted stay so. */
    record RegisterNetwork(@TargetAggregateIdentifier NetworkId networkId, String name, boolean termsAccepted)
            implements NetworkCommand {}

    /** Accept the terms of memberships, for its channels too (B1). */
    record AcceptTerms(@TargetAggregateIdentifier NetworkId networkId) implements NetworkCommand {}

    /** Add a channel that has joined; in the commit in which the channel joins. */
    record AddChannel(@TargetAggregateIdentifier NetworkId networkId, ChannelId channelId) implements NetworkCommand {}

    /** Remove a channel that has left; in the commit in which the channel leaves. */
    record RemoveChannel(@TargetAggregateIdentifier NetworkId networkId, ChannelId channelId)
            implements NetworkCommand {}

    /** Ask whether it has accepted the terms; answered by a {@link Boolean}. */
    record AskTerms(@TargetAggregateIdentifier NetworkId networkId) implements NetworkCommand {}

    /** Ask which channels it has; answered by their ids in their order. */
    record AskChannels(@TargetAggregateIdentifier NetworkId networkId) implements NetworkCommand {}
}
