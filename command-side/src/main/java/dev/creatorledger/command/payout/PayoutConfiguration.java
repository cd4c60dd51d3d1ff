package dev.creatorledger.command.payout;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.config.OneThreadProcessor;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.command.saga.SagaType;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.MetricsSettings;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.start.OnAxonServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of watching deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeadlineSettings.class, MetricsSettings.class})
class PayoutConfiguration {

    /** Beside events in PostgreSQL. */
    @Conditional(OnAxonServer.Not.class)
    static class InPostgres {

        @Bean
        DeadlineTable deadlineTable(DataSource dataSource) {
            return new JdbcDeadlineTable(new JdbcTemplate(dataSource));
        }
    }

    /** Beside events in Axon Server. */
    @Conditional(OnAxonServer.class)
    static class InMongo {

        @Bean
        DeadlineTable deadlineTable(@Tables MongoDatabase tables) {
            return new MongoDeadlineTable(tables);
        }
    }

    @Bean
    ProcessorRegistration dueDeadlinesProcessor(DeadlineTable table, DeadlineSettings settings) {
        return processing -> {
            processing.registerEventHandler(c -> new DueDeadlines(table));
            OneThreadProcessor.register(processing, DueDeadlines.GROUP, settings.batch(), List.of(DueDeadlines.class));
        };
    }

    @Bean
    Sample<Waiting> deadlinesSample(DeadlineTable table, Clock clock, MetricsSettings metrics, MeterRegistry registry) {
        Sample<Waiting> sample = new Sample<>("deadlines", () -> table.waiting(clock.instant(), metrics.countUpTo()));
        Waiting.gauges(registry, sample, Metric.DEADLINES_WAITING, Metric.DEADLINES_DUE, Metric.DEADLINES_LATE);
        return sample;
    }

    @Bean
    SagaType settlementSaga() {
        return new SagaType(SettlementSaga.class);
    }

    @Bean
    DeadlineWatch deadlineWatch(
            DeadlineTable table, Commands commands, GroupProgress progress, Clock clock, DeadlineSettings settings) {
        return new DeadlineWatch(table, commands, progress, clock, settings);
    }
}
