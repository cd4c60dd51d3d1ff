package dev.creatorledger.platform.store;

import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.start.OnAxonServer;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** Events in PostgreSQL, in one transaction with what stands beside them. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.Not.class)
class EventsInPostgres {

    /** Axon's transactions. */
    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager manager) {
        return new SpringTransactions(manager);
    }

    /** The connection of the running transaction, or one of its own. */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new TransactionAwareDataSourceProxy(dataSource)::getConnection;
    }

    /** The hash chain over the events. */
    @Bean
    @DependsOnDatabaseInitialization
    EventChain eventChain(DataSource dataSource, StoredEvents storedEvents, Clock clock) {
        return new EventChain(dataSource, storedEvents, clock);
    }

    /** Writes and reads events. */
    @Bean
    @DependsOnDatabaseInitialization
    LedgerEventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSerializer serializer,
            EventStoreSettings settings) {
        return new LedgerEventStorageEngine(connections, transactions, serializer, settings);
    }

    /** Events for rebuilds, audit and exports. */
    @Bean
    @DependsOnDatabaseInitialization
    StoredEvents storedEvents(DataSource dataSource) {
        return new JdbcStoredEvents(dataSource);
    }

    /** Decisions among the events. */
    @Bean
    @DependsOnDatabaseInitialization
    StoredDecisions storedDecisions(DataSource dataSource) {
        return StoredDecisions.in(dataSource);
    }

    /** How far streams have come. */
    @Bean
    @DependsOnDatabaseInitialization
    StreamHeads streamHeads(ConnectionProvider connections) {
        return new JdbcStreamHeads(connections);
    }
}
