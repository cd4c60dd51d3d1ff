package dev.creatorledger.platform.store;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Events in PostgreSQL, in one transaction with what stands beside them. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.Not.class)
class EventsInPostgres {

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
