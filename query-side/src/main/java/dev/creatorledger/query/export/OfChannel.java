package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The events of a channel: those in its own stream, in its windows' and its days', and those of others that name it.
 * Exact though it is a search for bytes: quotes within a value are escaped, so what is found is a field and its value.
 */
final class OfChannel {

    private final String stream;
    private final List<String> beginnings;
    private final List<byte[]> fields;

    OfChannel(ChannelId channelId) {
        stream = channelId.toString();
        beginnings =
                List.of(WindowId.PREFIX + channelId.value() + ':', MembershipDayId.PREFIX + channelId.value() + ':');
        fields = List.of(field("channelId", channelId), field("creditedChannelId", channelId));
    }

    private static byte[] field(String name, ChannelId channelId) {
        return ('"' + name + "\":\"" + channelId.value() + '"').getBytes(StandardCharsets.US_ASCII);
    }

    boolean matches(StoredEvent event) {
        return event.stream().equals(stream)
                || beginnings.stream().anyMatch(event.stream()::startsWith)
                || fields.stream().anyMatch(field -> contains(event.payload(), field));
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int at = 0; at + part.length <= text.length; at++) {
            int same = 0;
            while (same < part.length && text[at + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }
}
