package dev.creatorledger.command;

import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariDataSource;
import dev.creatorledger.command.channel.ApplyToAdProgramme;
import dev.creatorledger.command.channel.ApproveAdProgramme;
import dev.creatorledger.command.channel.CountWatchTime;
import dev.creatorledger.command.channel.RegisterChannel;
import dev.creatorledger.command.channel.ReportFollowers;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.video.RegisterVideo;
import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.video.VideoKind;
import dev.creatorledger.platform.mongo.TestMongo;
import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.person.PersonConfiguration;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.EventStoreConfiguration;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.CallContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole command side without HTTP, on a PostgreSQL of the test run's own, at a time that the test sets. */
public final class CommandSideOnPostgres implements AutoCloseable {

    public static final CallContext CALLER = new CallContext("tester", null, "test-1");

    private static final MapPropertySource MASTER_KEY = new MapPropertySource(
            "master key", Map.of(MasterKey.VARIABLE, Base64.getEncoder().encodeToString(new byte[32])));
    private static final EmbeddedPostgres POSTGRES = started();
    private static final long ENOUGH_SECONDS = 3_000 * 3_600;

    private final HikariDataSource dataSource = new HikariDataSource();
    private final TestClock clock;
    private final String node;

    /** Where the events are, and the database on MongoDB beside them; empty: both are on PostgreSQL. */
    private final Map<String, Object> elsewhere;

    private final FailingCommits transactions;
    private @Nullable AnnotationConfigApplicationContext context;

    private CommandSideOnPostgres(TestClock clock, String node, Map<String, Object> elsewhere) {
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.node = node;
        dataSource.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", "postgres"));
        dataSource.setMaximumPoolSize(20);
        transactions = new FailingCommits(dataSource);
    }

    private void empty() {
        Flyway.configure().dataSource(dataSource).load().migrate();
        new JdbcTemplate(dataSource)
                .execute("TRUNCATE domain_event, token_entry, due_window, due_backfill, due_deadline, idempotency_key,"
                        + " membership_work, programme_turn, programme_pause, membership_day_work,"
                        + " saga_entry, association_value_entry, scheduled_tasks,"
                        + " persons.person_key, persons.master_key");
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command side that knows nothing yet, at a time; started. */
    public static CommandSideOnPostgres at(String now, Class<?>... more) {
        CommandSideOnPostgres side = new CommandSideOnPostgres(new TestClock(Instant.parse(now)), "", Map.of());
        side.empty();
        side.start(more);
        return side;
    }

    /**
     * A command side on an Axon Server, which has the events of other tests, too, and a MongoDB, without PostgreSQL;
     * started.
     */
    public static CommandSideOnPostgres withEventsIn(String axonServer, String now) {
        Map<String, Object> elsewhere = Map.of(
                "ledger.axonserver.servers",
                axonServer,
                "ledger.mongo.connection-string",
                TestMongo.place(),
                "ledger.mongo.database",
                TestMongo.database().getName(),
                "ledger.mongo.replicated",
                false);
        CommandSideOnPostgres side = new CommandSideOnPostgres(new TestClock(Instant.parse(now)), "", elsewhere);
        side.start();
        return side;
    }

    /** Another node on the same store, at the same time; started. */
    public CommandSideOnPostgres beside(String name) {
        CommandSideOnPostgres other = new CommandSideOnPostgres(clock, name, elsewhere);
        other.start();
        return other;
    }

    /** Starts the process, as it were, on what is stored. */
    public void start(Class<?>... more) {
        GenericEventMessage.clock = clock;
        AnnotationConfigApplicationContext starting = new AnnotationConfigApplicationContext();
        if (elsewhere.isEmpty()) {
            starting.registerBean(DataSource.class, () -> dataSource, bean -> bean.setDestroyMethodName(""));
            starting.registerBean(PlatformTransactionManager.class, () -> transactions);
        }
        starting.registerBean(Clock.class, () -> clock);
        starting.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        starting.getEnvironment().getPropertySources().addFirst(MASTER_KEY);
        starting.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("node", Map.of("ledger.command.node", node)));
        starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("elsewhere", elsewhere));
        starting.register(EventStoreConfiguration.class, PersonConfiguration.class, CommandSide.class);
        if (more.length > 0) {
            starting.register(more);
        }
        starting.refresh();
        context = starting;
    }

    /** Ends the process, as it were; what is stored stays. */
    public void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    public void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
        dataSource.close();
    }

    /** One of the parts. */
    public <T> T part(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    public Commands commands() {
        return part(Commands.class);
    }

    public TestClock clock() {
        return clock;
    }

    public FailingCommits commits() {
        return transactions;
    }

    /** What stands beside events in an Axon Server. */
    public MongoDatabase tables() {
        return Objects.requireNonNull(context).getBean("tablesDatabase", MongoDatabase.class);
    }

    public JdbcTemplate database() {
        return new JdbcTemplate(dataSource);
    }

    /** Carries out a command of a tester. */
    public long execute(Object command, StreamId target) {
        return commands().execute(command, target, CALLER).position();
    }

    /** Registers a channel that is enrolled at a share, as of now. */
    public void enrolled(String channel, int shareBps) {
        registered(channel);
        ChannelId id = new ChannelId(channel);
        execute(new ReportFollowers(id, 200), id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        execute(new CountWatchTime(id, new VideoId(channel + "-history"), today, ENOUGH_SECONDS), id);
        execute(new ApplyToAdProgramme(id), id);
        execute(new ApproveAdProgramme(id, shareBps), id);
    }

    /** Registers a channel and nothing more. */
    public void registered(String channel) {
        ChannelId id = new ChannelId(channel);
        execute(new RegisterChannel(id, KeysInMemory.owner(id, "Parvin"), "Cooking", "IR", Money.IRR, false), id);
    }

    /** Registers a video that its channel made itself. */
    public void original(String video, String channel) {
        VideoId id = new VideoId(video);
        ChannelId channelId = new ChannelId(channel);
        execute(new RegisterVideo(id, channelId, VideoKind.ORIGINAL, false, null, false, false, null), id);
    }

    /** Registers a copy of another video. */
    public void copy(String video, String channel, String of) {
        VideoId id = new VideoId(video);
        ChannelId channelId = new ChannelId(channel);
        execute(
                new RegisterVideo(id, channelId, VideoKind.REPUBLISHED, false, new VideoId(of), false, false, null),
                id);
    }

    /** Every stored event of a type, in order. */
    public <E> List<E> stored(Class<E> type) {
        List<E> events = new ArrayList<>();
        StoredEvents all = part(StoredEvents.class);
        all.read(0, all.head(), event -> {
            if (type.equals(EventTypes.named(event.type()))) {
                events.add(type.cast(EventJson.read(event.payload(), type)));
            }
        });
        return events;
    }

    /** Every stored event as it is stored. */
    public List<StoredEvent> raw() {
        List<StoredEvent> events = new ArrayList<>();
        StoredEvents all = part(StoredEvents.class);
        all.read(0, all.head(), events::add);
        return events;
    }
}
