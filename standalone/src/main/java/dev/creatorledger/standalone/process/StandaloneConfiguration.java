package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Both sides in one application, on the embedded stores, with the service as its own issuer of tokens. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
class StandaloneConfiguration {

    @Bean
    EmbeddedIssuer embeddedIssuer(ProcessOptions options) throws IOException {
        EmbeddedIssuer issuer = EmbeddedIssuer.of(options.data());
        issuer.writeTokens();
        return issuer;
    }

    @Bean
    JwtDecoder jwtDecoder(EmbeddedIssuer issuer) {
        return issuer.decoder();
    }
}
