package dev.creatorledger.platform.person;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.start.OnAxonServer;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Personal data; its keys are beside the events, in PostgreSQL or, where those are in Axon Server, in MongoDB. */
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

    /** Keys in PostgreSQL. */
    @Conditional(OnAxonServer.Not.class)
    static class InPostgres {

        @Bean
        @DependsOnDatabaseInitialization
        PersonKeys personKeys(DataSource dataSource, MasterKey masterKey, Clock clock, PersonSettings settings) {
            return new CachedPersonKeys(PostgresPersonKeys.open(dataSource, masterKey, clock), settings);
        }
    }

    /** Keys in MongoDB. */
    @Conditional(OnAxonServer.class)
    static class InMongo {

        @Bean
        PersonKeys personKeys(@Tables MongoDatabase tables, MasterKey masterKey, Clock clock, PersonSettings settings) {
            return new CachedPersonKeys(MongoPersonKeys.open(tables, masterKey, clock), settings);
        }
    }

    /** Seals and opens. */
    @Bean
    PersonalCodec personalCodec(PersonKeys personKeys) {
        return new PersonalCodec(personKeys);
    }
}
