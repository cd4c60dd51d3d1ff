package dev.creatorledger.query;

import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.events.Derived;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.calendar.CalendarEvent;
import dev.creatorledger.events.channel.ChannelEvent;
import dev.creatorledger.events.membership.MembershipDayEvent;
import dev.creatorledger.events.membership.MembershipEvent;
import dev.creatorledger.events.membership.ProgrammeEvent;
import dev.creatorledger.events.membership.RefundEvent;
import dev.creatorledger.events.network.NetworkEvent;
import dev.creatorledger.events.payout.PayoutEvent;
import dev.creatorledger.events.policy.PolicyEvent;
import dev.creatorledger.events.refusal.RefusalEvent;
import dev.creatorledger.events.video.VideoEvent;
import dev.creatorledger.events.window.BatchEvent;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.events.window.WindowEvent;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.person.PersonKeys;
import dev.creatorledger.platform.person.PostgresPersonKeys;
import dev.creatorledger.platform.store.Appended;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.store.EventStoreSettings;
import dev.creatorledger.platform.store.JdbcStoredEvents;
import dev.creatorledger.platform.store.LedgerEventStorageEngine;
import dev.creatorledger.platform.store.RefusalSettings;
import dev.creatorledger.platform.store.SpringTransactions;
import dev.creatorledger.platform.store.StoredDecisions;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredRefusals;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A real event store on a PostgreSQL of the test run's own, to publish histories on; each in a database of its own, so
 * that services of one test run, which are kept from class to class, do not empty each other's store.
 */
public final class TestLedger implements AutoCloseable {

    private static final MetaData METADATA =
            MetaData.from(Map.of("actor", "tester", "correlationId", "c-1", "causationId", "m-1"));
    private static final EmbeddedPostgres POSTGRES = started();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final HikariDataSource dataSource = new HikariDataSource();
    private final TransactionManager transactions;
    private final EmbeddedEventStore eventStore;
    private final Map<String, Long> sequences = new HashMap<>();

    /** An empty store. */
    public TestLedger() {
        dataSource.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", newDatabase()));
        dataSource.setMaximumPoolSize(8);
        Flyway.configure().dataSource(dataSource).load().migrate();
        transactions = new SpringTransactions(new JdbcTransactionManager(dataSource));
        var engine = new LedgerEventStorageEngine(
                new TransactionAwareDataSourceProxy(dataSource)::getConnection,
                transactions,
                new EventSerializer(),
                EventStoreSettings.defaults());
        eventStore = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .timeUnit(TimeUnit.MILLISECONDS)
                .fetchDelay(1_000)
                .build();
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of persons, in the same database. */
    PersonKeys personKeys(Clock clock) {
        String masterKey = Base64.getEncoder().encodeToString(new byte[32]);
        return PostgresPersonKeys.open(dataSource, MasterKey.parse(masterKey, "the test"), clock);
    }

    private static String newDatabase() {
        String name = "ledger_" + DATABASES.incrementAndGet();
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes events in one commit; the position of the last one. */
    public long publish(List<? extends LedgerEvent> events) {
        return publishAll(events.stream().map(this::message).toList());
    }

    /** Publishes events in one commit as if they had been recorded at an instant; the position of the last one. */
    public long publishAt(Instant at, List<? extends LedgerEvent> events) {
        return publishAt(at, METADATA, events);
    }

    /** Publishes events in one commit with other metadata than those of most tests; the position of the last one. */
    public long publishAt(Instant at, MetaData metaData, List<? extends LedgerEvent> events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            DomainEventMessage<?> message = message(event);
            messages.add(new GenericDomainEventMessage<>(
                    message.getType(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    event,
                    metaData,
                    message.getIdentifier(),
                    at));
        }
        return publishAll(messages);
    }

    private long publishAll(List<? extends DomainEventMessage<?>> messages) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        eventStore.publish(messages);
        unitOfWork.commit();
        return Appended.in(unitOfWork).lastPosition();
    }

    private DomainEventMessage<?> message(LedgerEvent event) {
        StreamId stream = streamOf(event);
        String type = stream.toString().substring(0, stream.toString().indexOf(':'));
        long sequence = sequences.merge(stream.toString(), 0L, (before, zero) -> before + 1);
        return new GenericDomainEventMessage<>(type, stream.toString(), sequence, event, METADATA);
    }

    /** Stores an event as somebody might who writes past the service; its position. */
    public long forge(StreamId stream, String type, byte[] payload) {
        long sequence = sequences.merge(stream.toString(), 0L, (before, zero) -> before + 1);
        String sql = "INSERT INTO domain_event SELECT coalesce(max(global_index), 0) + 1, ?, ?, 'Forged',"
                + " gen_random_uuid(), (extract(epoch FROM now()) * 1000000)::bigint, ?, 1, ?, '{}'"
                + " FROM domain_event RETURNING global_index";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, stream.toString());
            insert.setLong(2, sequence);
            insert.setString(3, type);
            insert.setBytes(4, payload);
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return inserted.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts an event in the place of a stored one. */
    public void replace(long position, LedgerEvent event) {
        String sql = "UPDATE domain_event SET payload_type = ?, payload = ? WHERE global_index = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, event.getClass().getSimpleName());
            update.setBytes(2, EventJson.write(event));
            update.setLong(3, position);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("there is no event at " + position);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stream that an event is of. */
    public static StreamId streamOf(LedgerEvent event) {
        if (event instanceof ChannelEvent channel) {
            return channel.channelId();
        }
        StreamId ofMemberships = streamOfMemberships(event);
        if (ofMemberships != null) {
            return ofMemberships;
        }
        if (event instanceof VideoEvent video) {
            return video.videoId();
        }
        if (event instanceof WindowEvent window) {
            return window.windowId();
        }
        if (event instanceof BatchEvent batch) {
            return batch.batchId();
        }
        if (event instanceof PayoutEvent payout) {
            return payout.payoutId();
        }
        if (event instanceof PolicyEvent policy) {
            return policy.policyName();
        }
        if (event instanceof CalendarEvent calendar) {
            return calendar.calendarId();
        }
        return firstIdOf(event);
    }

    /** Of events that no view knows: the first of their ids. */
    private static StreamId firstIdOf(LedgerEvent event) {
        try {
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                if (StreamId.class.isAssignableFrom(component.getType())) {
                    return (StreamId) component.getAccessor().invoke(event);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
        return new BatchId(Derived.id(event.toString()));
    }

    /** Changes what is stored, as nobody may. */
    public void forge(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable StreamId streamOfMemberships(LedgerEvent event) {
        if (event instanceof ProgrammeEvent programme) {
            return programme.channelId();
        }
        if (event instanceof MembershipEvent membership) {
            return membership.membershipId();
        }
        if (event instanceof MembershipDayEvent day) {
            return day.dayId();
        }
        if (event instanceof RefundEvent refund) {
            return refund.refundId();
        }
        if (event instanceof NetworkEvent network) {
            return network.networkId();
        }
        return event instanceof RefusalEvent refusal ? refusal.refusalId() : null;
    }

    /** What processors follow. */
    public EmbeddedEventStore eventStore() {
        return eventStore;
    }

    /** Where refusals go. */
    public StoredRefusals refusals() {
        return new StoredRefusals(eventStore, transactions, new RefusalSettings(4, Duration.ofSeconds(1)));
    }

    /** The hash chain over the events. */
    public EventChain chain(Clock clock) {
        return new EventChain(dataSource, storedEvents(), clock);
    }

    /** Changes the database behind the service's back. */
    public int tamper(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What rebuilds and audits read. */
    public StoredEvents storedEvents() {
        return new JdbcStoredEvents(dataSource);
    }

    /** What decisions are found by. */
    public StoredDecisions storedDecisions() {
        return StoredDecisions.in(dataSource);
    }

    @Override
    public void close() {
        eventStore.shutDown();
        dataSource.close();
    }
}
