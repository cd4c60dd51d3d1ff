package dev.creatorledger.events.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.channel.ChannelId;

/**
 * The one place that a viewer can have among the members of a channel (B10).
 *
 * @param channelId the channel
 * @param memberId the viewer
 */
public record SlotId(ChannelId channelId, MemberId memberId) implements StreamId {

    /** The kind of stream, before the first colon of its name. */
    public static final String PREFIX = "slot:";

    /**
     * Reads {@code <channelId>:<memberId>}.
     *
     * @throws MalformedIdException if it is anything else
     */
    @JsonCreator
    public static SlotId parse(String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            throw new MalformedIdException("slotId");
        }
        return new SlotId(new ChannelId(value.substring(0, colon)), new MemberId(value.substring(colon + 1)));
    }

    @Override
    @JsonValue
    public String value() {
        return channelId.value() + ':' + memberId.value();
    }

    @Override
    public String toString() {
        return PREFIX + value();
    }
}
