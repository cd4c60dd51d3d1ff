package dev.creatorledger.command.window;

import dev.creatorledger.command.config.AggregateCache;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import dev.creatorledger.platform.web.HttpLimits;
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
    BatchAdmission batchAdmission(BookingSettings settings) {
        return new BatchAdmission(settings.places());
    }

    @Bean
    Terms terms(Commands commands) {
        return new Terms(commands);
    }

    @Bean
    Windows windows(org.axonframework.config.Configuration commandSide, AggregateCache cache, StreamHeads heads) {
        return new Windows(commandSide.repository(ImpressionWindow.class), cache, heads);
    }

    @Bean
    BookingCommits bookingCommits(
            Windows windows,
            org.axonframework.config.Configuration commandSide,
            StoredEvents storedEvents,
            TransactionManager transactions,
            Clock clock) {
        BatchKeys keys = new BatchKeys(
                storedEvents.head(), clock.instant(), ProcessHandle.current().pid());
        return new BookingCommits(windows, commandSide.eventStore(), storedEvents, transactions, keys);
    }

    @Bean
    BookingLane bookingLane(
            Windows windows,
            Terms terms,
            BookingCommits commits,
            Clock clock,
            Policies policies,
            BookingSettings settings) {
        return new BookingLane(new Booking(windows, terms, commits, clock, policies), settings);
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
