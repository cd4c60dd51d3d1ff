package dev.creatorledger.query.journal;

import dev.creatorledger.events.MalformedIdException;
import dev.creatorledger.events.channel.ChannelId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of the books (L2).
 *
 * @param kind what it is for
 * @param channelId whose it is; absent for an account of the platform
 */
public record Account(AccountKind kind, @Nullable ChannelId channelId) {

    private static final String CREATORS = "liabilities:creators:";

    /** Checks that accounts of channels have one, and others none. */
    public Account {
        if (kind.isOfChannel() != (channelId != null)) {
            throw new IllegalArgumentException(kind + " of " + channelId);
        }
    }

    /** What a creator can ask for. */
    static Account payable(ChannelId channelId) {
        return new Account(AccountKind.PAYABLE, channelId);
    }

    /** The account of a name; empty if there can be none. */
    static Optional<Account> named(String name) {
        for (AccountKind kind : AccountKind.values()) {
            if (!kind.isOfChannel() && kind.text().equals(name)) {
                return Optional.of(new Account(kind, null));
            }
            String ending = ':' + kind.text();
            if (kind.isOfChannel() && name.startsWith(CREATORS) && name.endsWith(ending)) {
                return ofChannel(kind, name, ending);
            }
        }
        return Optional.empty();
    }

    private static Optional<Account> ofChannel(AccountKind kind, String name, String ending) {
        int end = name.length() - ending.length();
        if (end <= CREATORS.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Account(kind, new ChannelId(name.substring(CREATORS.length(), end))));
        } catch (MalformedIdException e) {
            return Optional.empty();
        }
    }

    /** Its name, such as {@code liabilities:creators:ch-1:payable}. */
    public String name() {
        return channelId == null ? kind.text() : CREATORS + channelId.value() + ':' + kind.text();
    }
}
