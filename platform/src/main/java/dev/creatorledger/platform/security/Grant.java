package dev.creatorledger.platform.security;

import dev.creatorledger.events.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token of the embedded issuer is for: a role, and whom it acts for where the role acts for somebody.
 *
 * @param role one of {@link Role#ALL}
 * @param claim the claim that names whom it acts for, or null
 * @param whom whom it acts for, or null
 */
public record Grant(String role, @Nullable String claim, @Nullable String whom) {

    private static final Map<String, String> CLAIMS = new LinkedHashMap<>();

    static {
        CLAIMS.put(Role.CREATOR, CallerToken.CHANNELS);
        CLAIMS.put(Role.NETWORK, CallerToken.NETWORK);
        CLAIMS.put(Role.MEMBER, CallerToken.MEMBER);
    }

    /** A role that acts for nobody in particular. */
    public static Grant of(String role) {
        return of(role, null);
    }

    /**
     * A role, and the channel, network or member that it acts for.
     *
     * @throws IllegalArgumentException if the role is unknown, or names nobody where it has to, or somebody where it
     *     cannot
     */
    public static Grant of(String role, @Nullable String whom) {
        if (!Role.ALL.contains(role)) {
            throw new IllegalArgumentException("The role must be one of " + String.join(", ", Role.ALL));
        }
        String claim = CLAIMS.get(role);
        if ((claim == null) != (whom == null)) {
            throw new IllegalArgumentException(
                    claim == null
                            ? "The role " + role + " acts for nobody in particular"
                            : "The role " + role + " must name whom it acts for");
        }
        return new Grant(role, claim, whom == null ? null : StreamId.checked("the id", whom));
    }

    /** The token's subject: who acts, in the metadata of events. */
    String subject() {
        return whom == null ? role : role + ":" + whom;
    }
}
