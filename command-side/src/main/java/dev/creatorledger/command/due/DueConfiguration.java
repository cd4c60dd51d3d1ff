package dev.creatorledger.command.due;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.GroupProgress;
import dev.creatorledger.command.config.JdbcPositions;
import dev.creatorledger.command.config.OneThreadProcessor;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.command.window.KeptWindows;
import dev.creatorledger.command.window.WindowSealing;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.MetricsSettings;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.store.SteppedTokenStore;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of sealing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SealingSettings.class, LargeWindowSettings.class, MetricsSettings.class})
class DueConfiguration {

    /** Beside events in PostgreSQL. */
    @Conditional(OnAxonServer.Not.class)
    static class InPostgres {

        @Bean
        DueTable dueTable(DataSource dataSource) {
            return new JdbcDueTable(new JdbcTemplate(dataSource));
        }

        /** For everything that falls due, whatever it is. */
        @Bean
        GroupProgress groupProgress(
                org.axonframework.config.Configuration commandSide, DataSource dataSource, Serializer serializer) {
            JdbcPositions positions = new JdbcPositions(new JdbcTemplate(dataSource), serializer);
            return new GroupProgress(commandSide, positions::reached);
        }
    }

    /** Beside events in Axon Server. */
    @Conditional(OnAxonServer.class)
    static class InMongo {

        @Bean
        DueTable dueTable(@Tables MongoDatabase tables) {
            return new MongoDueTable(tables);
        }

        /** For everything that falls due, whatever it is. */
        @Bean
        GroupProgress groupProgress(
                org.axonframework.config.Configuration commandSide, SteppedTokenStore commandTokenStore) {
            return new GroupProgress(commandSide, commandTokenStore::reached);
        }
    }

    @Bean
    ProcessorRegistration dueWindowsProcessor(DueTable table, Policies policies, SealingSettings settings) {
        return processing -> {
            processing.registerEventHandler(c -> new DueWindows(table, policies));
            OneThreadProcessor.register(processing, DueWindows.GROUP, settings.batch(), List.of(DueWindows.class));
        };
    }

    @Bean
    Sample<Waiting> windowsSample(DueTable table, Clock clock, MetricsSettings metrics, MeterRegistry registry) {
        Sample<Waiting> sample =
                new Sample<>("windows to be sealed", () -> table.waiting(clock.instant(), metrics.countUpTo()));
        Waiting.gauges(registry, sample, Metric.WINDOWS_WAITING, Metric.WINDOWS_DUE, Metric.WINDOWS_LATE);
        return sample;
    }

    @Bean
    LargeWindows largeWindows(
            DueTable table, StreamHeads heads, KeptWindows windows, Clock clock, LargeWindowSettings settings) {
        return new LargeWindows(table, heads, windows, clock, settings);
    }

    @Bean
    SealingWorker sealingWorker(
            DueTable table,
            WindowSealing windows,
            Commands commands,
            GroupProgress progress,
            StoredEvents storedEvents,
            Clock clock,
            SealingSettings settings) {
        Sealing sealing = new Sealing(windows, commands, table);
        PatientSealing patient = new PatientSealing(sealing::seal, System::nanoTime);
        return new SealingWorker(table, patient, progress, storedEvents, clock, settings);
    }
}
