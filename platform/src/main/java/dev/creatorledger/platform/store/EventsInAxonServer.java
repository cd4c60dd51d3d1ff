package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.start.OnAxonServer;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Events in Axon Server; what stands beside them is in MongoDB (decision 29). */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.class)
@EnableConfigurationProperties(AxonServerSettings.class)
@Import(BesideInMongo.class)
class EventsInAxonServer {

    /** The connection; the server tells processes apart by their names, as their machine does. */
    @Bean
    AxonServerConnector axonServerConnector(AxonServerSettings settings) {
        return new AxonServerConnector(
                settings, "ledger-" + ManagementFactory.getRuntimeMXBean().getName());
    }

    /** Shows in the health details as {@code axonServer}. */
    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerConnector server) {
        return () -> (server.isConnected() ? Health.up() : Health.down()).build();
    }

    /** Nothing is held together by a transaction; {@link CommitSteps} says in which order it is done. */
    @Bean
    TransactionManager axonTransactions() {
        return NoTransactionManager.INSTANCE;
    }

    /** Has the server publish what sagas ask to be woken up by. */
    @Bean
    AxonServerSchedule axonServerSchedule(
            AxonServerConnector server, AxonServerSettings settings, EventSerializer serializer, Clock clock) {
        return new AxonServerSchedule(server, settings, serializer, clock);
    }

    /** Writes and reads events. */
    @Bean
    AxonServerStorageEngine eventStorageEngine(
            AxonServerConnector server,
            AxonServerSettings settings,
            EventSerializer serializer,
            EventStoreSettings reading) {
        return new AxonServerStorageEngine(server, settings, serializer, reading);
    }

    /** Nobody can be kept from appending: the sequences of the streams decide, and who loses comes again. */
    @Bean
    AppendTurn appendTurn() {
        return () -> {};
    }

    /** Events for rebuilds, audit and exports. */
    @Bean
    AxonServerStoredEvents storedEvents(
            AxonServerConnector server, AxonServerSettings settings, EventSerializer serializer) {
        return new AxonServerStoredEvents(server, settings, serializer);
    }

    /** Decisions among the events: the server has no index of them. */
    @Bean
    StoredDecisions storedDecisions(AxonServerStoredEvents storedEvents) {
        return storedEvents.decisions();
    }

    /** How far streams have come. */
    @Bean
    StreamHeads streamHeads(AxonServerConnector server, AxonServerSettings settings) {
        return new AxonServerStreamHeads(server, settings);
    }
}
