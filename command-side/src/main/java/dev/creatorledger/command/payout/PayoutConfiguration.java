package dev.creatorledger.command.payout;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.command.saga.SagaType;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of watching deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class PayoutConfiguration {

    @Bean
    DeadlineTable deadlineTable(DataSource dataSource) {
        return new DeadlineTable(new JdbcTemplate(dataSource));
    }

    /** One thread from the oldest event on; its token is plain, for the table is never replayed in part. */
    @Bean
    ProcessorRegistration dueDeadlinesProcessor(DeadlineTable table, DeadlineSettings settings) {
        return processing -> processing
                .registerEventHandler(c -> new DueDeadlines(table))
                .registerTrackingEventProcessor(
                        DueDeadlines.GROUP,
                        c -> c.eventStore(),
                        c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(settings.batch())
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @Bean
    SagaType settlementSaga() {
        return new SagaType(SettlementSaga.class);
    }

    @Bean
    DeadlineWatch deadlineWatch(DeadlineTable table, Commands commands, Clock clock, DeadlineSettings settings) {
        return new DeadlineWatch(table, commands, clock, settings);
    }
}
