package dev.creatorledger.query.view;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Divides events among segments by the channel whose documents they change, so that each document has one writer.
 *
 * <p>The stream's name mostly tells it without decoding the event.
 */
final class ChannelOfEvent {

    private static final String NONE = "";

    /** Streams of channels, and of what has documents of its own that are no channel's: one writer each, too. */
    private static final List<String> OF_ONE_DOCUMENT =
            List.of(ChannelId.PREFIX, MembershipId.PREFIX, PayoutId.PREFIX, RefundId.PREFIX, NetworkId.PREFIX);

    /** Streams whose names begin with their channel. */
    private static final List<String> CHANNEL_FIRST = List.of(WindowId.PREFIX, MembershipDayId.PREFIX);

    private ChannelOfEvent() {}

    /** The channel that an event counts for; empty if it is about none. */
    static String channelOf(EventMessage<?> message) {
        String stream = message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : NONE;
        String named = named(stream);
        return named == null ? channelOf(message.getPayload()) : named;
    }

    /**
     * The same for one that cannot be read, or not by this version: by its stream, else by what its JSON says. Empty
     * where nobody can tell.
     */
    static Optional<String> channelOf(StoredEvent unreadable) {
        String named = named(unreadable.stream());
        if (named != null) {
            return Optional.of(named);
        }
        String field = unreadable.type().equals(VideoAudienceReported.class.getSimpleName())
                ? "creditedChannelId"
                : "channelId";
        try {
            JsonNode channel = EventJson.mapper().readTree(unreadable.payload()).path(field);
            return channel.isString() ? Optional.of(channel.asString()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** What a stream's name tells; null if it tells nothing. */
    private static @Nullable String named(String stream) {
        for (String kind : OF_ONE_DOCUMENT) {
            if (stream.startsWith(kind)) {
                return stream.substring(kind.length());
            }
        }
        for (String kind : CHANNEL_FIRST) {
            if (stream.startsWith(kind)) {
                return stream.substring(kind.length(), stream.indexOf(':', kind.length()));
            }
        }
        return null;
    }

    private static String channelOf(Object event) {
        if (event instanceof VideoAudienceReported reported) {
            return reported.creditedChannelId().value();
        }
        if (event instanceof VideoDetailsChanged changed) {
            return changed.channelId().value();
        }
        return event instanceof VideoRegistered registered
                ? registered.channelId().value()
                : NONE;
    }
}
