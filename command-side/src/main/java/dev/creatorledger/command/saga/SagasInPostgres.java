package dev.creatorledger.command.saga;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.creatorledger.command.config.CommandSettings;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.MetricsSettings;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.EventSerializer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerEventScheduler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Sagas and their schedule in PostgreSQL, beside the events. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.Not.class)
class SagasInPostgres {

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
                .serializer(new SagaSerializer(SagaType.classes(sagas), ScheduleTokens.ofDbScheduler()))
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
        JdbcWakeUpTable table = new JdbcWakeUpTable(new JdbcTemplate(dataSource));
        Sample<Waiting> sample = new Sample<>("wake-ups", () -> table.waiting(clock.instant(), metrics.countUpTo()));
        Waiting.gauges(registry, sample, Metric.WAKEUPS_WAITING, Metric.WAKEUPS_DUE, Metric.WAKEUPS_LATE);
        return sample;
    }

    @Bean
    SchedulerLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SchedulerLifecycle(scheduler);
    }
}
