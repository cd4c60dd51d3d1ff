package dev.creatorledger.benchmarks.settlement;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.command.CommandSide;
import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.standalone.embedded.DataFolder;
import dev.creatorledger.standalone.embedded.EmbeddedPostgresServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The command side without HTTP on a durable PostgreSQL, its table's watch at rest, so that sagas alone look. */
final class SettlementService implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final long ASK_EVERY_NANOS = 10_000_000;

    private final MovedClock clock = new MovedClock();
    private final DataFolder folder;
    private final EmbeddedPostgresServer server;
    private final HikariDataSource dataSource = new HikariDataSource();
    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();

    SettlementService(Path path) throws IOException {
        folder = DataFolder.hold(path);
        server = EmbeddedPostgresServer.start(folder);
        dataSource.setJdbcUrl(server.jdbcUrl());
        dataSource.setUsername(server.user());
        dataSource.setPassword(server.password());
        Flyway.configure().dataSource(dataSource).load().migrate();
        stampEventsBy(clock);
        parts.registerBean(DataSource.class, () -> dataSource, bean -> bean.setDestroyMethodName(""));
        parts.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        parts.registerBean(Clock.class, () -> clock);
        parts.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        parts.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "benchmark",
                        Map.of(
                                MasterKey.VARIABLE,
                                Base64.getEncoder().encodeToString(new byte[32]),
                                "ledger.deadlines.every",
                                "1d")));
        parts.register(EventStoreConfiguration.class, PersonConfiguration.class, CommandSide.class);
        parts.refresh();
    }

    /** Axon stamps its events by one clock of the whole process. */
    private static void stampEventsBy(Clock clock) {
        GenericEventMessage.clock = clock;
    }

    MovedClock clock() {
        return clock;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Stores events in one commit. */
    void publish(List<DomainEventMessage<?>> events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(parts.getBean(TransactionManager.class));
        parts.getBean(EventStore.class).publish(events);
        unit.commit();
    }

    /** Waits until a query counts so many. */
    void awaitCount(String query, long wanted) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        long begun = System.nanoTime();
        Long found = jdbc.queryForObject(query, Long.class);
        while (found == null || found != wanted) {
            if (System.nanoTime() - begun > AT_MOST.toNanos()) {
                throw new IllegalStateException(query + " came to " + found + " and not to " + wanted);
            }
            LockSupport.parkNanos(ASK_EVERY_NANOS);
            found = jdbc.queryForObject(query, Long.class);
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
        dataSource.close();
        server.close();
        folder.close();
    }
}
