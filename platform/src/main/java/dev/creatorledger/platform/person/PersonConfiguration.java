package dev.creatorledger.platform.person;

import java.nio.file.Path;
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
        String variable = environment.getProperty(MasterKey.VARIABLE, "");
        if (!variable.isBlank()) {
            return MasterKey.parse(variable, MasterKey.VARIABLE);
        }
        if (settings.masterKeyFile().isBlank()) {
            throw new MasterKeyException("There is no master key for personal data: set " + MasterKey.VARIABLE
                    + " to the base64 of 32 bytes, or let ledger.persons.master-key-file name a file with them");
        }
        return MasterKey.in(Path.of(settings.masterKeyFile()));
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
