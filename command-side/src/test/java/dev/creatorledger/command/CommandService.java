package dev.creatorledger.command;

import dev.creatorledger.command.config.CommandSideConfiguration;
import dev.creatorledger.command.due.BackfillSealing;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.store.RefusalSettings;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredRefusals;
import dev.creatorledger.platform.store.StreamHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The command side as it is, on a real container, with its events in memory and no booking of impressions. */
@Configuration(proxyBeanMethods = false)
@Import({PlatformConfiguration.class, CommandSideConfiguration.class})
@ComponentScan(
        basePackages = {
            "dev.creatorledger.command.channel",
            "dev.creatorledger.command.erasure",
            "dev.creatorledger.command.video",
            "dev.creatorledger.command.backfill",
            "dev.creatorledger.command.membership",
            "dev.creatorledger.command.network",
            "dev.creatorledger.command.policy"
        },
        // What falls due of memberships is kept in tables, and there are none here.
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(MembershipConfiguration|TurnProgress)"))
class CommandService {

    /** The position that sealing a backfill's windows comes to. */
    static final long SEALED_AT = 1_000_000;

    @Bean
    EmbeddedIssuer issuer() throws IOException {
        return EmbeddedIssuer.of(Files.createTempDirectory("command-test").resolve("data"));
    }

    @Bean
    JwtDecoder decoder(EmbeddedIssuer issuer) {
        return issuer.decoder();
    }

    @Bean
    EventsInMemory engine() {
        return new EventsInMemory();
    }

    @Bean
    EventStore eventStore(EventsInMemory engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    StreamHeads streamHeads(EventsInMemory engine) {
        return streams -> {
            Map<String, Long> heads = new HashMap<>();
            streams.forEach(
                    stream -> engine.lastSequenceNumberFor(stream).ifPresent(sequence -> heads.put(stream, sequence)));
            return heads;
        };
    }

    @Bean
    StoredEvents storedEvents(EventsInMemory engine) {
        return new StoredEvents() {
            @Override
            public long head() {
                return engine.head();
            }

            @Override
            public void read(long after, long upTo, Consumer<StoredEvent> each) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<StoredEvent> page(Filter filter, long after, int limit) {
                return List.of(); // nothing is stored yet when somebody asks at the start
            }

            @Override
            public List<StoredEvent> newest(String type, long before, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
                throw new UnsupportedOperationException("no command reads by kinds");
            }

            @Override
            public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
                throw new UnsupportedOperationException("no command reads by kinds");
            }

            @Override
            public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
                throw new UnsupportedOperationException("no command reads by kinds");
            }

            @Override
            public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
                throw new UnsupportedOperationException("no command reads by kinds");
            }

            @Override
            public void readStream(
                    String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
                throw new UnsupportedOperationException("no command reads by kinds");
            }

            @Override
            public long lastRecordedBy(Instant at) {
                throw new UnsupportedOperationException("no command reads by kinds");
            }
        };
    }

    @Bean
    RefusalRecord refusalRecord(EventStore eventStore, TransactionManager transactions) {
        return new StoredRefusals(eventStore, transactions, new RefusalSettings(4, Duration.ofSeconds(1)));
    }

    @Bean
    KeysInMemory personKeys() {
        return new KeysInMemory();
    }

    @Bean
    PersonalCodec personalCodec(KeysInMemory keys) {
        return new PersonalCodec(keys);
    }

    @Bean
    TransactionManager transactions() {
        return NoTransactionManager.instance();
    }

    @Bean
    Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    ConnectionProvider connections() {
        return () -> {
            throw new UnsupportedOperationException("no token is stored here");
        };
    }

    @Bean
    BackfillSealing sealing() {
        return (backfillId, time) -> SEALED_AT;
    }
}
