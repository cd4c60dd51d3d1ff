package dev.creatorledger.platform.security;

import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Takes the tokens of an outside OAuth2 issuer: in production, where the service is not its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerSettings.class)
public class ExternalIssuerConfiguration {

    /** How far the issuer's clock and ours may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Verifies signatures with the keys that the issuer publishes; it is first asked when the first token comes, so
     * that the service starts while the issuer is away. In rehearsals the key of a data folder does instead.
     *
     * @throws IllegalStateException if issuer or audience is not set
     * @throws IOException if there is no key in the folder
     */
    @Bean
    JwtDecoder jwtDecoder(IssuerSettings settings) throws IOException {
        if (settings.keys() != null) {
            return EmbeddedIssuer.of(settings.keys()).decoder();
        }
        String issuer = settings.requireIssuer();
        String audience = settings.requireAudience();
        JwtDecoder decoder = new SupplierJwtDecoder(() -> decoder(issuer, audience));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The issuer cannot be asked for its keys", e);
            }
        };
    }

    private static JwtDecoder decoder(String issuer, String audience) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(new RestTemplate(requests))
                .validateType(false)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(TokenRules.of(issuer, audience, SKEW));
        return decoder;
    }
}
