package dev.creatorledger.standalone.process;

import dev.creatorledger.command.CommandSide;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.platform.store.MigratedPostgresParts;
import dev.creatorledger.query.config.QuerySideConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Both sides in one application, on the embedded stores, with the service as its own issuer of tokens. */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformConfiguration.class,
    MigratedPostgresParts.class,
    EventStoreConfiguration.class,
    PersonConfiguration.class,
    CommandSide.class,
    QuerySideConfiguration.class,
    OwnCommands.class,
    DocsPage.class
})
class StandaloneConfiguration {

    @Bean
    JwtDecoder jwtDecoder(EmbeddedIssuer issuer) {
        return issuer.decoder();
    }
}
