package dev.creatorledger.command.idempotency;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.command.config.CommandSettings;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.security.CallGate;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.HttpLimits;
import dev.creatorledger.platform.web.ProblemWriter;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The parts of idempotency keys, where commands come over HTTP. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {

    /** Beside events in PostgreSQL. */
    @Conditional(OnAxonServer.Not.class)
    static class InPostgres {

        @Bean
        Outcomes outcomes(DataSource dataSource, CommandSettings command, IdempotencySettings settings) {
            return new JdbcOutcomes(new JdbcTemplate(dataSource), command.claimant(), settings);
        }
    }

    /** Beside events in Axon Server. */
    @Conditional(OnAxonServer.class)
    static class InMongo {

        @Bean
        Outcomes outcomes(@Tables MongoDatabase tables, CommandSettings command, IdempotencySettings settings) {
            return new MongoOutcomes(tables, command.claimantOfThisLife(), settings);
        }
    }

    @Bean
    CallGate idempotencyGate(
            Outcomes outcomes,
            StoredEvents events,
            ProblemWriter problems,
            JsonMapper callerJson,
            HttpLimits limits,
            Clock clock) {
        return new IdempotencyGate(outcomes, new EarlierEffects(events), problems, callerJson, limits, clock);
    }

    @Bean
    OutcomeSweep outcomeSweep(Outcomes outcomes, Clock clock, IdempotencySettings settings) {
        return new OutcomeSweep(outcomes, clock, settings);
    }
}
