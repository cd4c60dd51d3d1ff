package dev.creatorledger.platform.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import tools.jackson.databind.json.JsonMapper;

/** The service as its own issuer of tokens, with a key of its own in the data folder. */
public final class EmbeddedIssuer {

    /** Both the issuer and the audience: these tokens are for this service alone. */
    static final String NAME = "creator-ledger";

    private static final Duration LIFETIME = Duration.ofDays(3_653);
    private static final String KEYS = "keys";
    private static final String KEY = "token-signing.pem";
    private static final String TOKENS = "tokens.json";
    private static final List<String> BOUND = List.of(Role.CREATOR, Role.NETWORK, Role.MEMBER);

    private final Path data;
    private final SigningKey key;
    private final JwtEncoder encoder;

    private EmbeddedIssuer(Path data, SigningKey key) {
        this.data = data;
        this.key = key;
        this.encoder = NimbusJwtEncoder.withKeyPair(key.open(), key.secret()).build();
    }

    /**
     * The issuer of a data folder; folder and key are made if they are missing.
     *
     * @throws IOException if they can be neither read nor made
     */
    public static EmbeddedIssuer of(Path data) throws IOException {
        PrivateFiles.createFolder(data);
        Path keys = data.resolve(KEYS);
        PrivateFiles.createFolder(keys);
        return new EmbeddedIssuer(data, PrivateFiles.alone(keys, () -> SigningKey.in(keys.resolve(KEY))));
    }

    /** Whether there is a key in a data folder. */
    static boolean hasKey(String data) {
        return Files.isReadable(Path.of(data, KEYS, KEY));
    }

    /** A token that lasts ten years by the machine's clock, however far the service's own is moved. */
    public String token(Grant grant) {
        Instant now = Clock.systemUTC().instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(NAME)
                .audience(List.of(NAME))
                .subject(grant.subject())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim(CallerToken.ROLES, List.of(grant.role()));
        String whom = grant.whom();
        if (grant.claim() != null && whom != null) {
            claims.claim(grant.claim(), grant.claim().equals(CallerToken.CHANNELS) ? List.of(whom) : whom);
        }
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    /**
     * Writes {@code tokens.json} at the first start: a token for each role that acts for nobody in particular.
     *
     * @throws IOException if it cannot be written
     */
    public void writeTokens() throws IOException {
        Path file = data.resolve(TOKENS);
        PrivateFiles.alone(data.resolve(KEYS), () -> {
            if (!Files.exists(file)) {
                Map<String, String> tokens = new LinkedHashMap<>();
                Role.ALL.stream()
                        .filter(role -> !BOUND.contains(role))
                        .forEach(role -> tokens.put(role, token(Grant.of(role))));
                JsonMapper json = JsonMapper.builder().build();
                PrivateFiles.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tokens));
            }
            return file;
        });
    }

    /** Verifies what this issuer signed, for this service, and for now. */
    public JwtDecoder decoder() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key.open())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(TokenRules.of(NAME, NAME, Duration.ZERO));
        return decoder;
    }
}
