package dev.creatorledger.command.membership;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.command.saga.SagaType;
import dev.creatorledger.platform.policy.Policies;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts that do what falls due of memberships. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MembershipSettings.class)
class MembershipConfiguration {

    @Bean
    WorkTable membershipWorkTable(DataSource dataSource) {
        return new WorkTable(new JdbcTemplate(dataSource));
    }

    /** One thread from the oldest event on; its token is plain, for the tables are never replayed in part. */
    @Bean
    ProcessorRegistration dueMembershipsProcessor(WorkTable table, Policies policies, MembershipSettings settings) {
        return processing -> processing
                .registerEventHandler(c -> new DueMemberships(table, policies))
                .registerTrackingEventProcessor(
                        DueMemberships.GROUP,
                        c -> c.eventStore(),
                        c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(settings.batch())
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @Bean
    SagaType programmeTerminationSaga() {
        return new SagaType(ProgrammeTerminationSaga.class);
    }

    @Bean
    MembershipWorker membershipWorker(WorkTable table, Commands commands, Clock clock, MembershipSettings settings) {
        return new MembershipWorker(table, commands, clock, settings);
    }
}
