package dev.creatorledger.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tokens as a forger or another issuer would make them. */
final class TestTokens {

    private TestTokens() {}

    /** The claims of a good token, to be spoilt. */
    static final class Claims {
        private final JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer("creator-ledger")
                .audience("creator-ledger")
                .subject("admin")
                .claim("roles", List.of("admin"));

        private Claims() {
            expires(Instant.now().plus(Duration.ofHours(1)));
        }

        void with(String claim, @Nullable Object value) {
            builder.claim(claim, value);
        }

        void without(String claim) {
            with(claim, null);
        }

        void expires(Instant at) {
            builder.expirationTime(Date.from(at));
        }
    }

    static String signedBy(Path key, Consumer<Claims> change) throws IOException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(SigningKey.in(key).secret()), change);
    }

    static String signedWithSecretOf(Path key) throws IOException, JOSEException {
        byte[] open = SigningKey.in(key).open().getEncoded();
        return signed(JWSAlgorithm.HS256, new MACSigner(open), claims -> {});
    }

    static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.", -1)[1] + ".";
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, Consumer<Claims> change) {
        Claims claims = new Claims();
        change.accept(claims);
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.builder.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
