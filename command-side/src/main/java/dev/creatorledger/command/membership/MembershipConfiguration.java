package dev.creatorledger.command.membership;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.config.OneThreadProcessor;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.command.membership.WorkTable.Work;
import dev.creatorledger.command.saga.SagaType;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.MetricsSettings;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.store.StreamHeads;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts that do what falls due of memberships. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MembershipSettings.class, MetricsSettings.class})
class MembershipConfiguration {

    /** Beside events in PostgreSQL. */
    @Conditional(OnAxonServer.Not.class)
    static class InPostgres {

        @Bean
        WorkTable membershipWorkTable(DataSource dataSource) {
            return new JdbcWorkTable(new JdbcTemplate(dataSource));
        }
    }

    /** Beside events in Axon Server. */
    @Conditional(OnAxonServer.class)
    static class InMongo {

        @Bean
        WorkTable membershipWorkTable(@Tables MongoDatabase tables) {
            return new MongoWorkTable(tables);
        }
    }

    @Bean
    ProcessorRegistration dueMembershipsProcessor(WorkTable table, Policies policies, MembershipSettings settings) {
        return processing -> {
            processing.registerEventHandler(c -> new DueMemberships(table, policies));
            OneThreadProcessor.register(
                    processing, DueMemberships.GROUP, settings.batch(), List.of(DueMemberships.class));
        };
    }

    @Bean
    Sample<Work> membershipsSample(WorkTable table, Clock clock, MetricsSettings metrics, MeterRegistry registry) {
        Sample<Work> sample =
                new Sample<>("work on memberships", () -> table.work(clock.instant(), metrics.countUpTo()));
        Meters.gauge(
                registry,
                Metric.MEMBERSHIPS_WAITING,
                () -> sample.figure(work -> work.members().all()));
        Meters.gauge(
                registry,
                Metric.MEMBERSHIPS_DUE,
                () -> sample.figure(work -> work.members().due()));
        Meters.gauge(
                registry,
                Metric.MEMBERSHIPS_LATE,
                () -> sample.figure(work -> work.members().lateSeconds()));
        Meters.gauge(registry, Metric.MEMBERSHIP_TURNS, () -> sample.figure(Work::turns));
        Meters.gauge(registry, Metric.MEMBERSHIP_DAYS_DUE, () -> sample.figure(Work::days));
        return sample;
    }

    @Bean
    SagaType programmeTerminationSaga() {
        return new SagaType(ProgrammeTerminationSaga.class);
    }

    @Bean
    RefundsToCome refundsToCome(StreamHeads heads, Policies policies, Clock clock) {
        return new RefundsToCome(heads, policies, clock);
    }

    @Bean
    MembershipWorker membershipWorker(
            WorkTable table, Commands commands, GroupProgress progress, Clock clock, MembershipSettings settings) {
        return new MembershipWorker(table, commands, progress, clock, settings);
    }
}
