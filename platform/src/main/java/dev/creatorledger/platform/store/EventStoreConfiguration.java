package dev.creatorledger.platform.store;

import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.platform.tracing.TracingConfiguration;
import dev.creatorledger.platform.web.StoreAway;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * The event store, part by part; nothing of Axon is auto-configured (architecture, decision 1). Where the events are is
 * told by the settings alone.
 */
@Configuration(proxyBeanMethods = false)
@Import({EventsInPostgres.class, EventsInAxonServer.class, TracingConfiguration.class})
@EnableConfigurationProperties({EventStoreSettings.class, RefusalSettings.class})
public class EventStoreConfiguration {

    /** What is stored, and how. */
    @Bean
    public EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    /** Axon's transactions. */
    @Bean
    public TransactionManager axonTransactions(PlatformTransactionManager manager) {
        return new SpringTransactions(manager);
    }

    /** The connection of the running transaction, or one of its own. */
    @Bean
    public ConnectionProvider connectionProvider(DataSource dataSource) {
        return new TransactionAwareDataSourceProxy(dataSource)::getConnection;
    }

    /** Publishes events, and lets processors follow them. */
    @Bean(destroyMethod = "shutDown")
    public EmbeddedEventStore eventStore(EventStorageEngine engine, EventStoreSettings settings, Tracing tracing) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .spanFactory(tracing.appends())
                .timeUnit(TimeUnit.MILLISECONDS)
                .fetchDelay(settings.pollMillis())
                .build();
    }

    /** The hash chain over the events. */
    @Bean
    @DependsOnDatabaseInitialization
    public EventChain eventChain(DataSource dataSource, StoredEvents storedEvents, Clock clock) {
        return new EventChain(dataSource, storedEvents, clock);
    }

    /** Refusals as events. */
    @Bean
    public RefusalRecord refusalRecord(
            EmbeddedEventStore eventStore, TransactionManager transactions, RefusalSettings settings) {
        return new StoredRefusals(eventStore, transactions, settings);
    }

    /** What the event store and the tables beside it throw where they do not answer. */
    @Bean
    StoreAway eventStoreAway() {
        return failure -> failure instanceof EventStoreException
                || failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException;
    }
}
