package dev.creatorledger.platform.store;

import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.platform.tracing.TracingConfiguration;
import dev.creatorledger.platform.web.StoreAway;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The event store, part by part; nothing of Axon is auto-configured (architecture, decision 1). Where the events are is
 * told by the settings alone.
 */
@Configuration(proxyBeanMethods = false)
@Import({EventsInPostgres.class, EventsInAxonServer.class, TracingConfiguration.class})
@EnableConfigurationProperties({EventStoreSettings.class, RefusalSettings.class})
public class EventStoreConfiguration {

    /** What is stored, and how. */
    @Bean
    public EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    /** Publishes events, and lets processors follow them. */
    @Bean(destroyMethod = "shutDown")
    public EmbeddedEventStore eventStore(EventStorageEngine engine, EventStoreSettings settings, Tracing tracing) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .spanFactory(tracing.appends())
                .timeUnit(TimeUnit.MILLISECONDS)
                .fetchDelay(settings.pollMillis())
                .build();
    }

    /** Refusals as events. */
    @Bean
    public RefusalRecord refusalRecord(
            EmbeddedEventStore eventStore, TransactionManager transactions, RefusalSettings settings) {
        return new StoredRefusals(eventStore, transactions, settings);
    }

    /** What the event store and the tables beside it throw where they do not answer. */
    @Bean
    StoreAway eventStoreAway() {
        return failure -> failure instanceof EventStoreException
                || failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException;
    }
}
