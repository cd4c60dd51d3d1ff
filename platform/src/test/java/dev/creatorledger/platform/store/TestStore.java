package dev.creatorledger.platform.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.channel.ChannelEvent.FollowersReported;
import dev.creatorledger.events.channel.ChannelId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An event store on a PostgreSQL of the test run's own, emptied for each test. */
final class TestStore implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-15T10:00:00.123456Z");
    static final MetaData SYSTEM =
            MetaData.from(Map.of("actor", "system", "correlationId", "c-1", "causationId", "m-1"));

    private static final EmbeddedPostgres POSTGRES = started();

    final HikariDataSource dataSource = new HikariDataSource();
    final ConnectionProvider connections;
    final TransactionManager transactions;
    final LedgerEventStorageEngine engine;

    TestStore() {
        dataSource.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", "postgres"));
        dataSource.setMaximumPoolSize(20);
        Flyway.configure().dataSource(dataSource).load().migrate();
        connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
        transactions = new SpringTransactions(new JdbcTransactionManager(dataSource));
        engine = anotherEngine();
        execute("TRUNCATE domain_event, chain_link, token_entry, due_window");
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine of another process, as it were: it remembers nothing of this one's commits. */
    LedgerEventStorageEngine anotherEngine() {
        return new LedgerEventStorageEngine(
                connections, transactions, new EventSerializer(), EventStoreSettings.defaults());
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void append(DomainEventMessage<?>... events) {
        engine.appendEvents(Arrays.asList(events));
    }

    static DomainEventMessage<LedgerEvent> event(StreamId stream, long sequence, LedgerEvent payload) {
        return event(stream, sequence, payload, SYSTEM, NOW);
    }

    static DomainEventMessage<LedgerEvent> event(
            StreamId stream, long sequence, LedgerEvent payload, MetaData metaData, Instant recordedAt) {
        return new GenericDomainEventMessage<>(
                stream.getClass().getSimpleName().replace("Id", ""),
                stream.toString(),
                sequence,
                new GenericMessage<LedgerEvent>(TimeOrderedIds.next().toString(), payload, metaData),
                recordedAt);
    }

    /** A report of followers, told apart by its figure. */
    static DomainEventMessage<LedgerEvent> followers(String channel, long sequence) {
        ChannelId id = new ChannelId(channel);
        return event(id, sequence, new FollowersReported(id, sequence));
    }

    static <T> DomainEventMessage<T> at(Instant time, DomainEventMessage<T> event) {
        return new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event, time);
    }

    static DomainEventMessage<?>[] followersUpTo(String channel, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(followers(channel, i));
        }
        return events.toArray(DomainEventMessage<?>[]::new);
    }

    /** What is stored, by stream and place in it, in the global order. */
    List<String> order() {
        return inOrder(stored -> stored.stream() + "@" + stored.aggregateSequence());
    }

    /** When it was recorded, in the global order. */
    List<Instant> times() {
        return inOrder(StoredEvent::recordedAt);
    }

    private <T> List<T> inOrder(Function<StoredEvent, T> what) {
        return new JdbcStoredEvents(dataSource)
                .page(new StoredEvents.Filter(null, null, null, null, null), 0, 100_000).stream()
                        .map(what)
                        .collect(Collectors.toList());
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
