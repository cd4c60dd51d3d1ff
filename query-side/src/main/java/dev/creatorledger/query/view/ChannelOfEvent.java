package dev.creatorledger.query.view;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.video.VideoEvent.VideoAudienceReported;
import dev.creatorledger.events.video.VideoEvent.VideoDetailsChanged;
import dev.creatorledger.events.video.VideoEvent.VideoRegistered;
import dev.creatorledger.events.window.WindowId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Divides events among segments by the channel whose documents they change, so that each document has one writer.
 *
 * <p>The stream's name mostly tells it without decoding the event.
 */
final class ChannelOfEvent {

    private static final String NONE = "";

    private ChannelOfEvent() {}

    /** The channel that an event counts for; empty if it is about none. */
    static String channelOf(EventMessage<?> message) {
        String stream = message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : NONE;
        if (stream.startsWith(ChannelId.PREFIX)) {
            return stream.substring(ChannelId.PREFIX.length());
        }
        if (stream.startsWith(WindowId.PREFIX)) {
            return firstPart(stream, WindowId.PREFIX);
        }
        if (stream.startsWith(MembershipDayId.PREFIX)) {
            return firstPart(stream, MembershipDayId.PREFIX);
        }
        if (stream.startsWith(PayoutId.PREFIX)) {
            return stream.substring(PayoutId.PREFIX.length()); // its document is no channel's, and has one writer too
        }
        return channelOf(message.getPayload());
    }

    private static String firstPart(String stream, String prefix) {
        return stream.substring(prefix.length(), stream.indexOf(':', prefix.length()));
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
