package dev.creatorledger.standalone.process;

import dev.creatorledger.command.CommandSide;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.query.config.QuerySideConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Both sides in one application, on the embedded stores, with the service as its own issuer of tokens. */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformConfiguration.class,
    EventStoreConfiguration.class,
    PersonConfiguration.class,
    CommandSide.class,
    QuerySideConfiguration.class,
    OwnCommands.class,
    DocsPage.class
})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceHealthContributorAutoConfiguration.class,
    DataSourcePoolMetricsAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
class StandaloneConfiguration {

    @Bean
    JwtDecoder jwtDecoder(EmbeddedIssuer issuer) {
        return issuer.decoder();
    }
}
