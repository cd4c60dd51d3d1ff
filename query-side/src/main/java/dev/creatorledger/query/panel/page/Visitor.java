package dev.creatorledger.query.panel.page;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.security.Role;
import dev.creatorledger.platform.security.RouteAccess;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who looks at a page; a controller takes it as an argument. What they may see is what their token may ask the API. */
public final class Visitor {

    private static final String AUTHORITY_PREFIX = "ROLE_";

    private final JwtAuthenticationToken token;

    private Visitor(JwtAuthenticationToken token) {
        this.token = token;
    }

    /**
     * Who sent a request.
     *
     * @throws Refusal UNAUTHENTICATED if nobody is signed in
     */
    public static Visitor of(@Nullable Principal principal) {
        if (principal instanceof JwtAuthenticationToken token) {
            return new Visitor(token);
        }
        throw new Refusal(ErrorCode.UNAUTHENTICATED, "Nobody is signed in");
    }

    /** The token's subject. */
    public String name() {
        return token.getName();
    }

    /** The roles of the token. */
    public Set<String> roles() {
        Set<String> roles = new HashSet<>();
        token.getAuthorities().forEach(authority -> {
            String name = String.valueOf(authority.getAuthority());
            if (name.startsWith(AUTHORITY_PREFIX)) {
                roles.add(name.substring(AUTHORITY_PREFIX.length()));
            }
        });
        return roles;
    }

    /** The channels that they act for as a creator, sorted. */
    public List<String> channels() {
        return roles().contains(Role.CREATOR)
                ? List.copyOf(new TreeSet<>(RouteAccess.claimsOf(token).channels()))
                : List.of();
    }

    /**
     * Who they are to a query of the API, by the rules of its route: pages ask queries with this, and with nothing else.
     *
     * @param path the path as it would be asked for, such as {@code /v1/channels/c-1/balance}
     * @throws Refusal FORBIDDEN if the API would not answer them
     */
    public Caller asking(String path) {
        return RouteAccess.callerOf(token, HttpMethod.GET, path);
    }

    /** Whether the API would take a command from them. */
    public boolean may(HttpMethod method, String path) {
        try {
            RouteAccess.callerOf(token, method, path);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** The token itself, for requests in their name. */
    public String bearer() {
        return token.getToken().getTokenValue();
    }
}
