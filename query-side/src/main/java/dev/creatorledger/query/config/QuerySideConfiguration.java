package dev.creatorledger.query.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.mongo.MongoFailures;
import dev.creatorledger.platform.mongo.MongoHealth;
import dev.creatorledger.platform.mongo.MongoParts;
import dev.creatorledger.platform.mongo.MongoPlace;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.policy.PolicyConfiguration;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredDecisions;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.platform.tracing.TracingConfiguration;
import dev.creatorledger.platform.web.StoreAway;
import dev.creatorledger.query.audit.EventQueries;
import dev.creatorledger.query.audit.RefusalQueries;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.balance.Balances;
import dev.creatorledger.query.chain.ChainKeeper;
import dev.creatorledger.query.channel.ChannelQueries;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.compliance.DecisionQueries;
import dev.creatorledger.query.compliance.Decisions;
import dev.creatorledger.query.compliance.Pauses;
import dev.creatorledger.query.earnings.Earnings;
import dev.creatorledger.query.earnings.EarningsQueries;
import dev.creatorledger.query.earnings.TopVideos;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.membership.Memberships;
import dev.creatorledger.query.panel.PanelConfiguration;
import dev.creatorledger.query.payout.ExplanationQueries;
import dev.creatorledger.query.payout.PayoutQueries;
import dev.creatorledger.query.payout.Payouts;
import dev.creatorledger.query.policy.PolicyQueries;
import dev.creatorledger.query.programme.ProgrammeAnswers;
import dev.creatorledger.query.programme.Programmes;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.Eras;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.NodesSeen;
import dev.creatorledger.query.view.PacedSource;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.SegmentShares;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.ViewPositions;
import dev.creatorledger.query.view.Views;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The parts of the query side. The event store, its serializer and the clock are given by the platform.
 *
 * <p>Nothing is left to auto-configuration: a test asserts that every part is the one meant here.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    PolicyConfiguration.class,
    BooksConfiguration.class,
    MembershipQueryConfiguration.class,
    ExportConfiguration.class,
    ChainConfiguration.class,
    MetricsQueryConfiguration.class,
    PanelConfiguration.class,
    ReplayConfiguration.class,
    TracingConfiguration.class
})
@EnableConfigurationProperties(ViewSettings.class)
public class QuerySideConfiguration {

    static final String VIEW_TOKENS = "viewTokens";

    /** Connects to the server that the process brings along, if it does, else to the one in the settings. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(
            ObjectProvider<ConnectionString> own, ViewSettings settings, ObjectProvider<CommandListener> listeners) {
        MongoPlace place = settings.place();
        ConnectionString server = own.getIfAvailable(() -> new ConnectionString(place.connectionString()));
        MongoClientSettings.Builder client = MongoClientSettings.builder(MongoParts.client(server, place));
        listeners.orderedStream().forEach(client::addCommandListener);
        return MongoClients.create(client.build());
    }

    /** What the driver throws where MongoDB does not answer. */
    @Bean
    StoreAway viewsAway() {
        return MongoFailures::areAway;
    }

    @Bean
    MongoDatabase viewDatabase(MongoClient client, ViewSettings settings) {
        return client.getDatabase(settings.database());
    }

    /** Shows in the health details as {@code views}. */
    @Bean
    MongoHealth viewsHealthIndicator(MongoDatabase viewDatabase) {
        return new MongoHealth(viewDatabase);
    }

    /**
     * Claims belong to this process, by its number and its machine. No default: each side names its own token store.
     */
    @Bean(defaultCandidate = false)
    @Qualifier(VIEW_TOKENS)
    MongoTokenStore viewTokenStore(
            MongoDatabase viewDatabase, ViewSettings settings, Environment environment, Clock clock) {
        String claimant = OnAxonServer.in(environment) ? settings.claimantOfThisLife() : settings.claimant();
        return new MongoTokenStore(viewDatabase, claimant, settings.claimTime(), clock);
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
    ViewPositions viewPositions(List<ViewGroup> groups, @Qualifier(VIEW_TOKENS) MongoTokenStore viewTokenStore) {
        return new ViewPositions(groups, viewTokenStore::positions);
    }

    /** Rebuilds read events just as the event store does. */
    @Bean
    EventDecoder eventDecoder() {
        return EventJson::read;
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
            ViewSettings settings,
            Tracing tracing) {
        Views.Parts parts = new Views.Parts(
                viewDatabase,
                new PacedSource(eventStore, settings.pace()),
                storedEvents,
                eventDecoder,
                viewTokenStore,
                GlobalSequenceTrackingToken::new,
                viewPositions,
                tracing);
        Views.Limits limits = new Views.Limits(
                settings.rebuildAtStart(),
                settings.segments(),
                settings.batchSize(),
                settings.cachedEntries(),
                new Eras(settings.era()),
                settings.deadLetters(),
                settings.claimTime());
        return new Views(groups, parts, limits);
    }

    /** Nodes that are there at the same time have equal shares of the segments. */
    @Bean
    SegmentShares segmentShares(
            Views views,
            MongoDatabase viewDatabase,
            @Qualifier(VIEW_TOKENS) MongoTokenStore viewTokenStore,
            ViewSettings settings,
            Clock clock) {
        NodesSeen nodes = new NodesSeen(viewDatabase, settings.claimant(), settings.claimTime(), clock);
        return new SegmentShares(views, viewTokenStore, nodes, settings.claimTime());
    }

    @Bean
    Reading reading(ViewPositions viewPositions, ViewSettings settings) {
        return new Reading(viewPositions, settings.patience());
    }

    @Bean
    Past past(MongoDatabase viewDatabase, StoredEvents storedEvents, EventDecoder eventDecoder, ViewSettings settings) {
        return new Past(viewDatabase, storedEvents, eventDecoder, new Eras(settings.era()));
    }

    @Bean
    Channels channels(MongoDatabase viewDatabase, Past past) {
        return new Channels(viewDatabase, past);
    }

    @Bean
    Programmes programmes(MongoDatabase viewDatabase, Past past) {
        return new Programmes(viewDatabase, past);
    }

    @Bean
    ProgrammeAnswers programmeAnswers(Programmes programmes, Policies policies) {
        return new ProgrammeAnswers(programmes, policies);
    }

    @Bean
    ChannelQueries channelQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            ProgrammeAnswers programmes,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        return new ChannelQueries(reading, asOf, channels, programmes, codec, policies, clock);
    }

    @Bean
    BalanceQueries balanceQueries(
            Reading reading, AsOf asOf, Channels channels, MongoDatabase viewDatabase, Past past) {
        return new BalanceQueries(reading, asOf, channels, new Balances(viewDatabase, past));
    }

    @Bean
    EarningsQueries earningsQueries(Reading reading, Channels channels, MongoDatabase viewDatabase, Clock clock) {
        Earnings earnings = new Earnings(viewDatabase);
        return new EarningsQueries(reading, channels, earnings, new TopVideos(earnings, viewDatabase), clock);
    }

    @Bean
    Payouts payouts(MongoDatabase viewDatabase, Past past) {
        return new Payouts(viewDatabase, past);
    }

    @Bean
    PayoutQueries payoutQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            Payouts payouts,
            PersonalCodec codec,
            Policies policies,
            Clock clock) {
        return new PayoutQueries(reading, asOf, channels, payouts, codec, policies, clock);
    }

    @Bean
    AsOf asOf(StoredEvents storedEvents, Clock clock, ViewSettings settings) {
        return new AsOf(storedEvents, clock, settings.settledAfter());
    }

    @Bean
    ExplanationQueries explanationQueries(
            Reading reading,
            Payouts payouts,
            StoredEvents storedEvents,
            BookedEvents bookedEvents,
            EventDecoder eventDecoder) {
        return new ExplanationQueries(reading, payouts, storedEvents, bookedEvents, eventDecoder);
    }

    @Bean
    EventQueries eventQueries(
            Reading reading, StoredEvents storedEvents, EventChain eventChain, ChainKeeper chainKeeper) {
        return new EventQueries(reading, storedEvents, eventChain, chainKeeper);
    }

    @Bean
    DecisionQueries decisionQueries(Reading reading, StoredEvents storedEvents, StoredDecisions storedDecisions) {
        return new DecisionQueries(reading, storedEvents, new Decisions(storedDecisions));
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
