package dev.creatorledger.query.panel.sign;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * What a session remembers: the token that somebody brought, and not what it said then. Spring's own form of a token is
 * never kept in a session; every request reads it anew ({@link TokenCheck}).
 */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String token;

    SignedIn(String name, String token) {
        super(List.of());
        this.name = name;
        this.token = token;
        setAuthenticated(true);
    }

    /** The token as it was brought. */
    String token() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(token);
    }
}
