package dev.creatorledger.benchmarks.replay;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.store.EventStoreSettings;
import dev.creatorledger.platform.store.JdbcStoredEvents;
import dev.creatorledger.platform.store.LedgerEventStorageEngine;
import dev.creatorledger.platform.store.SpringTransactions;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.standalone.embedded.DataFolder;
import dev.creatorledger.standalone.embedded.EmbeddedPostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The event store on a durable PostgreSQL of its own, without a service. */
final class FilledStore implements AutoCloseable {

    private final DataFolder folder;
    private final EmbeddedPostgresServer server;
    private final HikariDataSource dataSource = new HikariDataSource();
    private final TransactionManager transactions;
    private final EmbeddedEventStore eventStore;

    FilledStore(Path path) throws IOException {
        folder = DataFolder.hold(path);
        server = EmbeddedPostgresServer.start(folder);
        dataSource.setJdbcUrl(server.jdbcUrl());
        dataSource.setUsername(server.user());
        dataSource.setPassword(server.password());
        // Results in binary form from the first use of a statement on, as the service asks for them.
        dataSource.addDataSourceProperty("prepareThreshold", "-1");
        Flyway.configure().dataSource(dataSource).load().migrate();
        transactions = new SpringTransactions(new JdbcTransactionManager(dataSource));
        eventStore = EmbeddedEventStore.builder()
                .storageEngine(new LedgerEventStorageEngine(
                        new TransactionAwareDataSourceProxy(dataSource)::getConnection,
                        transactions,
                        new EventSerializer(),
                        EventStoreSettings.defaults()))
                .build();
    }

    /** Stores events in one commit. */
    void publish(List<DomainEventMessage<?>> events) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        eventStore.publish(events);
        unit.commit();
    }

    /** Lets the server finish what it has written, so that it is not measured with what follows. */
    void settle() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE domain_event");
            statement.execute("CHECKPOINT");
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    StoredEvents events() {
        return new JdbcStoredEvents(dataSource);
    }

    @Override
    public void close() throws IOException {
        eventStore.shutDown();
        dataSource.close();
        server.close();
        folder.close();
    }
}
