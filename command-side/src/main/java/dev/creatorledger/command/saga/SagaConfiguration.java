package dev.creatorledger.command.saga;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.creatorledger.command.config.CommandSettings;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.OneThreadProcessor;
import dev.creatorledger.command.config.ProcessorRegistration;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.MetricsSettings;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerEventScheduler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The parts of sagas; like all of Axon's, declared by hand (architecture, decision 1). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SagaSettings.class, MetricsSettings.class})
class SagaConfiguration {

    private static final Duration LAST_WAKE_UPS = Duration.ofSeconds(30);

    /** Sagas in PostgreSQL, each locked while it is decided upon, should two nodes ever hold the same one. */
    @Bean
    JdbcSagaStore sagaStore(ConnectionProvider connections, List<SagaType> sagas) {
        PostgresSagaSqlSchema schema = new PostgresSagaSqlSchema(SagaSchema.builder()
                .sagaEntryTable("saga_entry")
                .associationValueEntryTable("association_value_entry")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .revisionColumn("revision")
                .serializedSagaColumn("serialized_saga")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .build());
        schema.setExclusiveLoad(true);
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(schema)
                .serializer(new SagaSerializer(
                        sagas.stream().<Class<?>>map(SagaType::type).toList()))
                .build();
    }

    /** Asks the table by the service's clock; what a saga asks for is stored in the saga's own transaction. */
    @Bean
    @DependsOnDatabaseInitialization
    Scheduler scheduler(
            DataSource dataSource,
            Clock clock,
            CommandSettings node,
            SagaSettings settings,
            ObjectProvider<DbSchedulerEventScheduler> publisher) {
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(dataSource),
                        DbSchedulerEventScheduler.binaryTask(publisher::getObject))
                .schedulerName(new SchedulerName.Fixed(node.claimant()))
                .clock(clock::instant)
                .serializer(new TaskDataJson(EventJson.mapper()))
                .threads(settings.threads())
                .pollUsingLockAndFetch(1, 4)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .shutdownMaxWait(LAST_WAKE_UPS)
                .build();
    }

    /** Publishes what is due; {@link SchedulerLifecycle} starts and stops it. */
    @Bean
    DbSchedulerEventScheduler dbSchedulerEventScheduler(
            Scheduler scheduler, EventSerializer serializer, TransactionManager transactions, EventStore eventStore) {
        return DbSchedulerEventScheduler.builder()
                .scheduler(scheduler)
                .serializer(serializer)
                .transactionManager(transactions)
                .eventBus(eventStore)
                .startScheduler(false)
                .stopScheduler(false)
                .build();
    }

    @Bean
    Sample<Waiting> wakeUpsSample(DataSource dataSource, Clock clock, MetricsSettings metrics, MeterRegistry registry) {
        WakeUpTable table = new WakeUpTable(new JdbcTemplate(dataSource));
        Sample<Waiting> sample = new Sample<>("wake-ups", () -> table.waiting(clock.instant(), metrics.countUpTo()));
        Waiting.gauges(registry, sample, Metric.WAKEUPS_WAITING, Metric.WAKEUPS_DUE, Metric.WAKEUPS_LATE);
        return sample;
    }

    @Bean
    SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SchedulerLifecycle(scheduler);
    }

    /** What sagas' handlers can ask for as parameters, and where sagas are stored. */
    @Bean
    ConfigurerModule sagaParts(
            JdbcSagaStore sagaStore,
            DbSchedulerEventScheduler scheduler,
            CommandBus bus,
            TransactionManager transactions,
            StoredEvents events,
            StreamHeads heads) {
        // A door of their own: the one that is a bean stands on the configuration that is made here.
        Commands commands = new Commands(bus, transactions, events, heads);
        return configurer -> configurer
                .registerComponent(SagaStore.class, c -> sagaStore)
                .registerComponent(EventScheduler.class, c -> new WakeUps(scheduler))
                .registerComponent(
                        SagaCommands.class,
                        c -> (command, target) -> commands.execute(command, target, Occasion.context()));
    }

    @Bean
    ProcessorRegistration sagaProcessor(List<SagaType> sagas, SagaSettings settings) {
        return processing -> {
            sagas.forEach(saga -> register(processing, saga.type()));
            OneThreadProcessor.register(
                    processing,
                    SagaType.GROUP,
                    settings.batch(),
                    sagas.stream().<Class<?>>map(SagaType::type).toList());
        };
    }

    private static <T> void register(EventProcessingConfigurer processing, Class<T> saga) {
        processing.registerSaga(saga);
    }
}
