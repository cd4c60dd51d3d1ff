package dev.creatorledger.command.config;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.command.channel.ChannelDirectory;
import dev.creatorledger.command.video.VideoDirectory;
import dev.creatorledger.platform.metrics.Failures;
import dev.creatorledger.platform.metrics.ProcessorGauges;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.metrics.StoreMetricsConfiguration;
import dev.creatorledger.platform.mongo.MongoSettings;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.policy.PolicyConfiguration;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.store.SteppedTokenStore;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.platform.tracing.TracingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every Axon part of the command side; nothing is auto-configured (architecture, decision 1). */
@Configuration(proxyBeanMethods = false)
@Import({PolicyConfiguration.class, StoreMetricsConfiguration.class, TracingConfiguration.class})
@EnableConfigurationProperties(CommandSettings.class)
public class CommandSideConfiguration {

    private static final String AGGREGATES = "dev.creatorledger.command";

    /** Asks the store whether a channel's stream has begun. */
    @Bean
    ChannelDirectory channelDirectory(StreamHeads heads) {
        return channelId -> !heads.lastSequences(List.of(channelId.toString())).isEmpty();
    }

    /** Keeps what never changes about videos. */
    @Bean
    VideoDirectory videoDirectory(EventStorageEngine engine, StreamHeads heads, CommandSettings settings) {
        return new CachedVideoDirectory(engine, heads, settings.cache().maxVideos());
    }

    /** Aggregates kept in memory. */
    @Bean
    AggregateCache aggregateCache(CommandSettings settings) {
        return new AggregateCache(settings.cache().maxWeight());
    }

    /** Whether other nodes write to the same store. */
    @Bean
    OtherWriters otherWriters(StreamHeads heads, CommandSettings settings) {
        return settings.alone() ? OtherWriters.none(heads) : OtherWriters.expected(heads);
    }

    /** What events are told of their command. */
    @Bean
    CorrelationDataProvider callerMetadata() {
        return new CallerMetadata();
    }

    /** Handles commands on the thread that sends them. */
    @Bean
    CommandBus commandBus(TransactionManager transactions, CorrelationDataProvider callerMetadata, Tracing tracing) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .spanFactory(tracing.commands())
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(callerMetadata));
        return bus;
    }

    /** How far the command side's own processors have come, beside events in PostgreSQL. */
    @Conditional(OnAxonServer.Not.class)
    static class TokensInPostgres {

        @Bean
        TokenStore commandTokenStore(ConnectionProvider connections, Serializer serializer, CommandSettings settings) {
            return JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .nodeId(settings.claimant())
                    .serializer(serializer)
                    .schema(TokenSchema.builder()
                            .setTokenTable("token_entry")
                            .setProcessorNameColumn("processor_name")
                            .setTokenColumn("token")
                            .setTokenTypeColumn("token_type")
                            .setSegmentColumn("segment")
                            .setTimestampColumn("stamp")
                            .setOwnerColumn("owner")
                            .build())
                    .build();
        }
    }

    /** The same, beside events in Axon Server. */
    @Conditional(OnAxonServer.class)
    static class TokensInMongo {

        @Bean
        SteppedTokenStore commandTokenStore(
                @Tables MongoDatabase tables, CommandSettings settings, MongoSettings mongo, Clock clock) {
            return new SteppedTokenStore(tables, settings.claimantOfThisLife(), mongo.claimTime(), clock);
        }
    }

    /** All parts together, with an aggregate repository each. */
    @Bean
    Configurer commandSideConfigurer(
            CommandBus commandBus,
            EventStore eventStore,
            EventStorageEngine engine,
            TransactionManager transactions,
            TokenStore commandTokenStore,
            Serializer serializer,
            CorrelationDataProvider callerMetadata,
            AggregateCache cache,
            OtherWriters others,
            ChannelDirectory channels,
            VideoDirectory videos,
            Clock clock,
            Policies policies,
            Tracing tracing) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(c -> commandBus)
                .configureEventStore(c -> eventStore)
                .configureSerializer(c -> serializer)
                .configureEventSerializer(c -> serializer)
                .configureMessageSerializer(c -> serializer)
                .configureTransactionManager(c -> transactions)
                .configureCorrelationDataProviders(c -> List.of(callerMetadata))
                .registerComponent(TokenStore.class, c -> commandTokenStore)
                .registerComponent(EventProcessorSpanFactory.class, c -> tracing.followers("due"))
                .registerComponent(ErrorHandler.class, c -> new Failures())
                .registerComponent(ListenerInvocationErrorHandler.class, c -> PropagatingErrorHandler.instance())
                .registerComponent(ChannelDirectory.class, c -> channels)
                .registerComponent(VideoDirectory.class, c -> videos)
                .registerComponent(Clock.class, c -> clock)
                .registerComponent(Policies.class, c -> policies);
        AggregateTypes.in(AGGREGATES).forEach(type -> keep(configurer, type, cache, engine, others));
        return configurer;
    }

    private static <T> void keep(
            Configurer configurer,
            Class<T> type,
            AggregateCache cache,
            EventStorageEngine engine,
            OtherWriters others) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(c -> new CachingRepository<>(
                        EventSourcingRepository.builder(type)
                                .parameterResolverFactory(c.parameterResolverFactory())
                                .handlerDefinition(c.handlerDefinition(type))
                                .eventStore(c.eventStore())
                                .repositoryProvider(c::repository),
                        cache,
                        engine,
                        others)));
    }

    /** Axon's configuration, built; it is started and stopped by {@link CommandSideLifecycle}. */
    @Bean
    org.axonframework.config.Configuration commandSide(
            Configurer commandSideConfigurer,
            ObjectProvider<ConfigurerModule> modules,
            ObjectProvider<ProcessorRegistration> processors,
            EventStore eventStore) {
        modules.orderedStream().forEach(each -> each.configureModule(commandSideConfigurer));
        processors.orderedStream().forEach(each -> each.register(commandSideConfigurer.eventProcessing()));
        eventStore.subscribe(StreamVersions::note);
        return commandSideConfigurer.buildConfiguration();
    }

    /** Starts the parts when the application is otherwise ready. */
    @Bean
    CommandSideLifecycle commandSideLifecycle(org.axonframework.config.Configuration commandSide) {
        return new CommandSideLifecycle(commandSide);
    }

    /** How far the command side's own processors are behind. */
    @Bean
    Sample<?> commandProcessors(
            org.axonframework.config.Configuration commandSide,
            StoredEvents events,
            Clock clock,
            MeterRegistry registry) {
        // There is none of these in a configuration without processors.
        List<StreamingEventProcessor> processors = Optional.ofNullable(commandSide.eventProcessingConfiguration())
                .map(EventProcessingConfiguration::eventProcessors)
                .map(Map::values)
                .stream()
                .flatMap(Collection::stream)
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
        return ProcessorGauges.of(processors, events, clock, registry);
    }

    /** The door for commands. */
    @Bean
    Commands commands(
            org.axonframework.config.Configuration commandSide,
            TransactionManager transactions,
            StoredEvents events,
            StreamHeads heads) {
        return new Commands(commandSide.commandBus(), transactions, events, heads);
    }
}
