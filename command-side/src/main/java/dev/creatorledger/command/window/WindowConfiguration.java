package dev.creatorledger.command.window;

import dev.creatorledger.command.config.AggregateCache;
import dev.creatorledger.command.config.CommandSettings;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.OtherWriters;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.store.AppendTurn;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.platform.web.HttpLimits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of booking. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BookingSettings.class, HttpLimits.class})
class WindowConfiguration {

    @Bean
    BatchReader batchReader(BookingSettings settings, HttpLimits limits) {
        return new BatchReader(settings.maxItems(), (int) limits.batchBody().toBytes());
    }

    @Bean
    BatchAdmission batchAdmission(BookingSettings settings, MeterRegistry registry) {
        BatchAdmission admission = new BatchAdmission(settings.places());
        Meters.gauge(registry, Metric.PLACES_TAKEN, admission::taken);
        Meters.gauge(registry, Metric.PLACES, settings::places);
        return admission;
    }

    @Bean
    Terms terms(Commands commands) {
        return new Terms(commands);
    }

    @Bean
    Windows windows(
            org.axonframework.config.Configuration commandSide,
            AggregateCache cache,
            StreamHeads heads,
            OtherWriters others) {
        return new Windows(commandSide.repository(ImpressionWindow.class), cache, heads, others);
    }

    @Bean
    BookingCommits bookingCommits(
            Windows windows,
            org.axonframework.config.Configuration commandSide,
            StoredEvents storedEvents,
            TransactionManager transactions,
            AppendTurn turn,
            CommandSettings node,
            Clock clock) {
        BatchKeys keys = new BatchKeys(
                storedEvents.head(),
                clock.instant(),
                node.claimant(),
                ProcessHandle.current().pid());
        return new BookingCommits(windows, commandSide.eventStore(), storedEvents, transactions, keys, turn);
    }

    @Bean
    BookingLane bookingLane(
            Windows windows,
            Terms terms,
            BookingCommits commits,
            Clock clock,
            Policies policies,
            BookingSettings settings,
            Tracing tracing) {
        return new BookingLane(new Booking(windows, terms, commits, clock, policies), settings, tracing);
    }

    @Bean
    WindowSealing windowSealing(BookingLane lane, BookingCommits commits) {
        return new WindowSealing(lane, commits);
    }

    @Bean
    KeptWindows keptWindows(BookingLane lane, BookingCommits commits) {
        return new KeptWindows(lane, commits);
    }
}
