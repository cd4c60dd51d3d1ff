package dev.creatorledger.platform.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are taken, where the service is not its own issuer.
 *
 * @param issuerUri the issuer, as tokens name it in {@code iss}; its keys are found by OpenID Connect's or OAuth 2's
 *     discovery
 * @param audience this service, as tokens name it in {@code aud}
 * @param keys instead of an issuer, for rehearsals: a data folder of {@code ./ledger}, whose tokens are taken
 */
@ConfigurationProperties("ledger.security")
public record IssuerSettings(@Nullable URI issuerUri, @Nullable String audience, @Nullable Path keys) {

    /** Whose tokens are to be taken is not said, or said twice: one line each. */
    public List<String> missing() {
        if (keys != null) {
            return missingWithKeys();
        }
        List<String> missing = new ArrayList<>();
        for (Runnable each : List.<Runnable>of(this::requireIssuer, this::requireAudience)) {
            try {
                each.run();
            } catch (IllegalStateException e) {
                missing.add(String.valueOf(e.getMessage()));
            }
        }
        return missing;
    }

    private List<String> missingWithKeys() {
        if (issuerUri != null && !issuerUri.toString().isBlank()) {
            return List.of(
                    "ledger.security.issuer-uri and ledger.security.keys are both set: tokens are of one issuer");
        }
        return EmbeddedIssuer.hasKey(String.valueOf(keys))
                ? List.of()
                : List.of("ledger.security.keys names " + keys + ", which is no data folder with a key for tokens");
    }

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
