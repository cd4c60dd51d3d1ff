package dev.creatorledger.benchmarks.decision;

import dev.creatorledger.platform.store.EventSerializer;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StreamHeads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command side's configuration asks for, without a database. */
@Configuration(proxyBeanMethods = false)
class StorelessParts {

    @Bean
    EventSerializer serializer() {
        return new EventSerializer();
    }

    @Bean
    ForgetfulEngine engine(EventSerializer serializer) {
        return new ForgetfulEngine(serializer);
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(ForgetfulEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    TransactionManager transactions() {
        return NoTransactionManager.instance();
    }

    @Bean
    ConnectionProvider connections() {
        return () -> {
            throw new SQLException("there is no database");
        };
    }

    @Bean
    Clock clock() {
        return Clock.fixed(DecideEvolveSerialize.NOW, ZoneOffset.UTC);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    StreamHeads heads() {
        return streams -> Map.of();
    }

    @Bean
    StoredEvents events() {
        return new StoredEvents() {
            @Override
            public long head() {
                return 0;
            }

            @Override
            public void read(long after, long upTo, Consumer<StoredEvent> each) {
                // there are none
            }

            @Override
            public List<StoredEvent> page(Filter filter, long after, int limit) {
                return List.of();
            }

            @Override
            public List<StoredEvent> newest(String type, long before, int limit) {
                return List.of();
            }

            @Override
            public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
                // there are none
            }

            @Override
            public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
                return List.of();
            }

            @Override
            public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
                // there are none
            }

            @Override
            public void readStream(
                    String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
                // there are none
            }

            @Override
            public long lastRecordedBy(Instant at) {
                return 0;
            }
        };
    }
}
