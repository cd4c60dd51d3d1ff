package dev.creatorledger.platform.security;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads what a verified token says: {@code sub}, {@code roles}, {@code channels}, {@code network}, {@code member}. */
public final class CallerToken {

    static final String ROLES = "roles";
    static final String CHANNELS = "channels";
    static final String NETWORK = "network";
    static final String MEMBER = "member";
    private static final String AUTHORITY_PREFIX = "ROLE_";

    private CallerToken() {}

    /**
     * Who sent a request.
     *
     * @throws Refusal UNAUTHENTICATED if it carries no token
     */
    public static Caller callerOf(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken authenticated)) {
            throw new Refusal(ErrorCode.UNAUTHENTICATED, "A bearer token is required");
        }
        return callerOf(authenticated, RouteTable.rolesFor(request));
    }

    /** Who a token stands for, on a route that some roles open: the others do not count there. */
    static Caller callerOf(JwtAuthenticationToken authenticated, Set<String> open) {
        Jwt token = authenticated.getToken();
        Set<String> roles = new HashSet<>(texts(token, ROLES));
        roles.retainAll(open);
        return new Caller(
                authenticated.getName(),
                Set.copyOf(roles),
                Set.copyOf(texts(token, CHANNELS)),
                text(token, NETWORK),
                text(token, MEMBER));
    }

    /** The token's roles as Spring Security knows them. */
    public static JwtAuthenticationToken authenticate(Jwt token) {
        List<GrantedAuthority> authorities = texts(token, ROLES).stream()
                .filter(Role.ALL::contains)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(AUTHORITY_PREFIX + role))
                .toList();
        return new JwtAuthenticationToken(token, authorities, Objects.requireNonNull(token.getSubject()));
    }

    private static List<String> texts(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof Collection<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String value ? value : null;
    }
}
