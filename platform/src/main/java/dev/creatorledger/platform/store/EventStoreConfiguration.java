package dev.creatorledger.platform.store;

import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.web.StoreAway;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/** The event store on PostgreSQL, part by part; nothing of Axon is auto-configured (architecture, decision 1). */
@Configuration(proxyBeanMethods = false)
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

    /** Writes and reads events. */
    @Bean
    @DependsOnDatabaseInitialization
    public LedgerEventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSerializer serializer,
            EventStoreSettings settings) {
        return new LedgerEventStorageEngine(connections, transactions, serializer, settings);
    }

    /** Publishes events, and lets processors follow them. */
    @Bean(destroyMethod = "shutDown")
    public EmbeddedEventStore eventStore(LedgerEventStorageEngine engine, EventStoreSettings settings) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .timeUnit(TimeUnit.MILLISECONDS)
                .fetchDelay(settings.pollMillis())
                .build();
    }

    /** Events for rebuilds, audit and exports. */
    @Bean
    @DependsOnDatabaseInitialization
    public StoredEvents storedEvents(DataSource dataSource) {
        return new JdbcStoredEvents(dataSource);
    }

    /** Refusals as events. */
    @Bean
    public RefusalRecord refusalRecord(
            EmbeddedEventStore eventStore, TransactionManager transactions, RefusalSettings settings) {
        return new StoredRefusals(eventStore, transactions, settings);
    }

    /** How far streams have come. */
    @Bean
    @DependsOnDatabaseInitialization
    public StreamHeads streamHeads(ConnectionProvider connections) {
        return new JdbcStreamHeads(connections);
    }

    /** What the event store and the tables beside it throw where PostgreSQL does not answer. */
    @Bean
    StoreAway eventStoreAway() {
        return failure -> failure instanceof EventStoreException
                || failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException;
    }
}
