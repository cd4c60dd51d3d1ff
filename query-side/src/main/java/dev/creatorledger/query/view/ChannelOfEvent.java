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
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

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
        return channelOf(message.getPayload());
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
