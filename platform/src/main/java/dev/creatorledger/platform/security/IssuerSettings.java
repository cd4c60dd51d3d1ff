package dev.creatorledger.platform.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are taken, where the service is not its own issuer.
 *
 * @param issuerUri the issuer, as tokens name it in {@code iss}; its keys are found by OpenID Connect's or OAuth 2's
 *     discovery
 * @param audience this service, as tokens name it in {@code aud}
 */
@ConfigurationProperties("ledger.security")
public record IssuerSettings(@Nullable URI issuerUri, @Nullable String audience) {

    /**
     * The issuer.
     *
     * @throws IllegalStateException if none is set, or one that is asked over the network in the clear
     */
    String requireIssuer() {
        if (issuerUri == null || issuerUri.toString().isBlank()) {
            throw missing("issuer-uri", "the OAuth2 issuer of the tokens");
        }
        if (!"https".equals(issuerUri.getScheme()) && !isHere(issuerUri)) {
            throw new IllegalStateException("ledger.security.issuer-uri must begin with https://, not " + issuerUri);
        }
        return issuerUri.toString();
    }

    /**
     * The audience.
     *
     * @throws IllegalStateException if none is set
     */
    String requireAudience() {
        if (audience == null || audience.isBlank()) {
            throw missing("audience", "what tokens for this service name as their audience");
        }
        return audience;
    }

    private static IllegalStateException missing(String setting, String what) {
        return new IllegalStateException("ledger.security." + setting + " is not set: it names " + what);
    }

    private static boolean isHere(URI uri) {
        try {
            return uri.getHost() != null && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
