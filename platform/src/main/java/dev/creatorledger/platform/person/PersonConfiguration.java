package dev.creatorledger.platform.person;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Personal data with the keys in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonSettings.class)
public class PersonConfiguration {

    /**
     * The master key, from the environment or else from a file.
     *
     * @throws MasterKeyException if there is none in either
     */
    @Bean
    MasterKey masterKey(Environment environment, PersonSettings settings) {
        return MasterKey.configured(environment, settings);
    }

    /** The keys of persons. */
    @Bean
    @DependsOnDatabaseInitialization
    PersonKeys personKeys(DataSource dataSource, MasterKey masterKey, Clock clock, PersonSettings settings) {
        return new CachedPersonKeys(PostgresPersonKeys.open(dataSource, masterKey, clock), settings);
    }

    /** Seals and opens. */
    @Bean
    PersonalCodec personalCodec(PersonKeys personKeys) {
        return new PersonalCodec(personKeys);
    }
}
