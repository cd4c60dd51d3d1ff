package dev.creatorledger.command.channel;

import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelRegistered;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import java.util.Currency;

/** What a channel was registered with (C1), to tell a change from a repeat. */
record ChannelFacts(Owner owner, String title, String country, Currency currency, boolean madeForKids) {

    static ChannelFacts of(RegisterChannel command) {
        return new ChannelFacts(
                command.owner(), command.title(), command.country(), command.currency(), command.madeForKids());
    }

    static ChannelFacts of(ChannelRegistered event) {
        return new ChannelFacts(event.owner(), event.title(), event.country(), event.currency(), event.madeForKids());
    }

    ChannelRegistered registered(ChannelId channelId) {
        return new ChannelRegistered(channelId, owner, title, country, currency, madeForKids);
    }

    ChannelFacts with(ChannelDetailsChanged event) {
        return new ChannelFacts(event.owner(), event.title(), event.country(), currency, madeForKids);
    }

    ChannelFacts with(ChannelMadeForKidsChanged event) {
        return new ChannelFacts(owner, title, country, currency, event.madeForKids());
    }

    /** Whether owner, title and country are the same. */
    boolean describesAs(ChannelFacts other) {
        return owner.equals(other.owner) && title.equals(other.title) && country.equals(other.country);
    }
}
