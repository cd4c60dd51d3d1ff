package dev.creatorledger.query.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.policy.PolicyConfiguration;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.StoreAway;
import dev.creatorledger.query.audit.EventQueries;
import dev.creatorledger.query.audit.RefusalQueries;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.balance.Balances;
import dev.creatorledger.query.balance.StatementQueries;
import dev.creatorledger.query.channel.ChannelQueries;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.compliance.Pauses;
import dev.creatorledger.query.earnings.Earnings;
import dev.creatorledger.query.earnings.EarningsQueries;
import dev.creatorledger.query.earnings.TopVideos;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.journal.JournalQueries;
import dev.creatorledger.query.membership.Memberships;
import dev.creatorledger.query.payout.ExplanationQueries;
import dev.creatorledger.query.payout.PayoutQueries;
import dev.creatorledger.query.payout.Payouts;
import dev.creatorledger.query.policy.PolicyQueries;
import dev.creatorledger.query.programme.ProgrammeAnswers;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.MongoTokenStore;
import dev.creatorledger.query.view.PacedSource;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.ViewPositions;
import dev.creatorledger.query.view.Views;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The parts of the query side. The event store, its serializer and the clock are given by the platform.
 *
 * <p>Nothing is left to auto-configuration: a test asserts that every part is the one meant here.
 */
@Configuration(proxyBeanMethods = false)
@Import({PolicyConfiguration.class, MembershipQueryConfiguration.class})
@EnableConfigurationProperties(ViewSettings.class)
public class QuerySideConfiguration {

    private static final String VIEW_TOKENS = "viewTokens";

    /** Connects to the server that the process brings along, if it does, else to the one in the settings. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(ObjectProvider<ConnectionString> own, ViewSettings settings) {
        int millis = (int) settings.connectWithin().toMillis();
        MongoClientSettings.Builder client = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS));
        // What the connection string says itself goes before.
        client.applyConnectionString(own.getIfAvailable(() -> new ConnectionString(settings.connectionString())));
        return MongoClients.create(client.build());
    }

    /** What the driver throws where MongoDB does not answer. */
    @Bean
    StoreAway viewsAway() {
        return failure -> failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoServerUnavailableException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoConnectionPoolClearedException;
    }

    @Bean
    MongoDatabase viewDatabase(MongoClient client, ViewSettings settings) {
        return client.getDatabase(settings.database());
    }

    /**
     * Claims belong to this process, by its number and its machine. No default: each side names its own token store.
     */
    @Bean(defaultCandidate = false)
    @Qualifier(VIEW_TOKENS)
    MongoTokenStore viewTokenStore(MongoDatabase viewDatabase, ViewSettings settings, Clock clock) {
        String node = ManagementFactory.getRuntimeMXBean().getName();
        return new MongoTokenStore(viewDatabase, node, settings.claimTime(), clock);
    }

    @Bean
    ViewGroup adProgrammeViews() {
        return new ViewGroup(
                ViewGroup.AD_PROGRAMME,
                List.of(Channels.VIEW, Balances.VIEW, Earnings.VIEW, Payouts.VIEW, Memberships.VIEW, Pauses.VIEW));
    }

    /** One thread for all of it: accounts of the platform are changed by events of every channel. */
    @Bean
    ViewGroup booksViews() {
        return new ViewGroup(ViewGroup.BOOKS, List.of(Books.VIEW), true);
    }

    @Bean
    ViewPositions viewPositions(List<ViewGroup> groups) {
        return new ViewPositions(groups);
    }

    /** Rebuilds read events just as the event store does. */
    @Bean
    EventDecoder eventDecoder() {
        return stored -> {
            Class<?> type = EventTypes.named(stored.type());
            if (type == null) {
                throw new IllegalStateException("position " + stored.position() + " holds an unknown event");
            }
            return (LedgerEvent) EventJson.read(stored.payload(), type);
        };
    }

    @Bean
    Views views(
            List<ViewGroup> groups,
            MongoDatabase viewDatabase,
            EventStore eventStore,
            StoredEvents storedEvents,
            EventDecoder eventDecoder,
            @Qualifier(VIEW_TOKENS) MongoTokenStore viewTokenStore,
            ViewPositions viewPositions,
            ViewSettings settings) {
        Views.Parts parts = new Views.Parts(
                viewDatabase,
                new PacedSource(eventStore, settings.pace()),
                storedEvents,
                eventDecoder,
                viewTokenStore,
                GlobalSequenceTrackingToken::new,
                viewPositions);
        Views.Limits limits = new Views.Limits(
                settings.rebuildAtStart(), settings.segments(), settings.batchSize(), settings.cachedEntries());
        return new Views(groups, parts, limits);
    }

    @Bean
    Reading reading(ViewPositions viewPositions, ViewSettings settings) {
        return new Reading(viewPositions, settings.patience());
    }

    @Bean
    Channels channels(MongoDatabase viewDatabase) {
        return new Channels(viewDatabase);
    }

    @Bean
    Programmes programmes(MongoDatabase viewDatabase) {
        return new Programmes(viewDatabase);
    }

    @Bean
    ProgrammeAnswers programmeAnswers(Programmes programmes, Policies policies) {
        return new ProgrammeAnswers(programmes, policies);
    }

    @Bean
    ChannelQueries channelQueries(
            Reading reading,
            Channels channels,
            ProgrammeAnswers programmes,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        return new ChannelQueries(reading, channels, programmes, codec, policies, clock);
    }

    @Bean
    BalanceQueries balanceQueries(Reading reading, Channels channels, MongoDatabase viewDatabase) {
        return new BalanceQueries(reading, channels, new Balances(viewDatabase));
    }

    @Bean
    EarningsQueries earningsQueries(Reading reading, Channels channels, MongoDatabase viewDatabase, Clock clock) {
        Earnings earnings = new Earnings(viewDatabase);
        return new EarningsQueries(reading, channels, earnings, new TopVideos(earnings, viewDatabase), clock);
    }

    @Bean
    PayoutQueries payoutQueries(
            Reading reading,
            Channels channels,
            MongoDatabase viewDatabase,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        return new PayoutQueries(reading, channels, new Payouts(viewDatabase), codec, policies, clock);
    }

    @Bean
    AsOf asOf(StoredEvents storedEvents, Clock clock, ViewSettings settings) {
        return new AsOf(storedEvents, clock, settings.settledAfter());
    }

    @Bean
    BookedEvents bookedEvents(StoredEvents storedEvents, EventDecoder eventDecoder) {
        return new BookedEvents(storedEvents, eventDecoder);
    }

    @Bean
    JournalQueries journalQueries(
            Reading reading,
            AsOf asOf,
            StoredEvents storedEvents,
            Channels channels,
            MongoDatabase viewDatabase,
            BookedEvents bookedEvents) {
        return new JournalQueries(reading, asOf, storedEvents, channels, new Books(viewDatabase), bookedEvents);
    }

    @Bean
    StatementQueries statementQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            StoredEvents storedEvents,
            BookedEvents bookedEvents,
            Clock clock) {
        return new StatementQueries(reading, asOf, channels, storedEvents, bookedEvents, clock);
    }

    @Bean
    ExplanationQueries explanationQueries(
            Reading reading,
            MongoDatabase viewDatabase,
            StoredEvents storedEvents,
            BookedEvents bookedEvents,
            EventDecoder eventDecoder) {
        return new ExplanationQueries(reading, new Payouts(viewDatabase), storedEvents, bookedEvents, eventDecoder);
    }

    @Bean
    EventQueries eventQueries(Reading reading, StoredEvents storedEvents) {
        return new EventQueries(reading, storedEvents);
    }

    @Bean
    PolicyQueries policyQueries(Reading reading, StoredEvents storedEvents, Clock clock) {
        return new PolicyQueries(reading, storedEvents, clock);
    }

    @Bean
    RefusalQueries refusalQueries(Reading reading, StoredEvents storedEvents) {
        return new RefusalQueries(reading, storedEvents);
    }
}
