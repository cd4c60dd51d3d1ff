package dev.creatorledger.query;

import com.mongodb.ConnectionString;
import dev.creatorledger.events.window.BatchEvent.ImpressionsSetAside;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.person.PersonKeys;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.store.StoredDecisions;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.config.QuerySideConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The query side on a real container, with a store that the test fills, at a time that stands still. */
@Configuration(proxyBeanMethods = false)
@Import({PlatformConfiguration.class, QuerySideConfiguration.class})
public class QueryService {

    /** What the clock shows. */
    public static final Instant NOW = Instant.parse("2026-02-02T12:00:00Z");

    /** The store of all classes, whose histories come in any order: its first event is older than any of theirs. */
    @Bean
    TestLedger testLedger() {
        TestLedger ledger = new TestLedger();
        ledger.publishAt(
                Instant.parse("2000-01-01T00:00:00Z"),
                List.of(new ImpressionsSetAside(new BatchId("the-first"), null, List.of())));
        return ledger;
    }

    @Bean
    EventStore eventStore(TestLedger ledger) {
        return ledger.eventStore();
    }

    @Bean
    RefusalRecord refusalRecord(TestLedger ledger) {
        return ledger.refusals();
    }

    @Bean
    StoredEvents storedEvents(TestLedger ledger) {
        return ledger.storedEvents();
    }

    @Bean
    StoredDecisions storedDecisions(TestLedger ledger) {
        return ledger.storedDecisions();
    }

    @Bean
    EventChain eventChain(TestLedger ledger, Clock clock) {
        return ledger.chain(clock);
    }

    @Bean
    PersonKeys personKeys(TestLedger ledger, Clock clock) {
        return ledger.personKeys(clock);
    }

    @Bean
    PersonalCodec personalCodec(PersonKeys keys) {
        return new PersonalCodec(keys);
    }

    @Bean
    ConnectionString connectionString() {
        return new ConnectionString(InMemoryMongo.connectionString());
    }

    @Bean
    @Primary
    Clock standingClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    EmbeddedIssuer issuer() throws IOException {
        return EmbeddedIssuer.of(Files.createTempDirectory("query-test").resolve("data"));
    }

    @Bean
    JwtDecoder decoder(EmbeddedIssuer issuer) {
        return issuer.decoder();
    }
}
