package dev.creatorledger.command.due;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.command.window.KeptWindows;
import dev.creatorledger.command.window.WindowSealing;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of sealing. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SealingSettings.class, LargeWindowSettings.class})
class DueConfiguration {

    @Bean
    DueTable dueTable(DataSource dataSource) {
        return new DueTable(new JdbcTemplate(dataSource));
    }

    /** One thread from the oldest event on; its token is plain, for the table is never replayed in part. */
    @Bean
    ProcessorRegistration dueWindowsProcessor(DueTable table, Policies policies, SealingSettings settings) {
        return processing -> processing
                .registerEventHandler(c -> new DueWindows(table, policies))
                .registerTrackingEventProcessor(
                        DueWindows.GROUP,
                        c -> c.eventStore(),
                        c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(settings.batch())
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @Bean
    DueProgress dueProgress(Configuration commandSide, StoredEvents storedEvents) {
        return new DueProgress(commandSide, storedEvents);
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
            DueProgress progress,
            Clock clock,
            SealingSettings settings) {
        return new SealingWorker(table, new Sealing(windows, commands, table), progress, clock, settings);
    }
}
