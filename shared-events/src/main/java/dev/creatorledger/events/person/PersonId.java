package dev.creatorledger.events.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import java.util.Optional;

/**
 * Somebody whose data can be erased (U7): {@code owner:<channelId>} or {@code member:<memberId>}. Who owns two
 * channels is two persons here, for the service knows nothing that would join them.
 */
public record PersonId(@JsonValue String value) {

    private static final String OWNER = "owner:";
    private static final String MEMBER = "member:";

    /**
     * Checks the shape, nothing else.
     *
     * @throws IllegalArgumentException if it is of neither kind, or what follows is no identifier
     */
    @JsonCreator
    public PersonId {
        if (!hasShape(value, OWNER) && !hasShape(value, MEMBER)) {
            throw new IllegalArgumentException("owner:<channelId> or member:<memberId>");
        }
    }

    /** The owner of a channel. */
    public static PersonId owner(ChannelId channelId) {
        return new PersonId(OWNER + channelId.value());
    }

    /** A member, in every channel that it joins. */
    public static PersonId member(MemberId memberId) {
        return new PersonId(MEMBER + memberId.value());
    }

    /** The member that this person is, if it is one. */
    public Optional<MemberId> member() {
        return value.startsWith(MEMBER)
                ? Optional.of(new MemberId(value.substring(MEMBER.length())))
                : Optional.empty();
    }

    /** The channel that this person owns, if it is an owner. */
    public Optional<ChannelId> ownedChannel() {
        return value.startsWith(OWNER) ? Optional.of(new ChannelId(value.substring(OWNER.length()))) : Optional.empty();
    }

    private static boolean hasShape(String value, String kind) {
        return value.startsWith(kind) && StreamId.isWellFormed(value.substring(kind.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
