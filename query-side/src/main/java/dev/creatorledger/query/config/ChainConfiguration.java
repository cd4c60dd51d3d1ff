package dev.creatorledger.query.config;

import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.audit.ImpressionProofs;
import dev.creatorledger.query.chain.ChainKeeper;
import dev.creatorledger.query.chain.ChainSettings;
import dev.creatorledger.query.chain.ChainWatch;
import dev.creatorledger.query.chain.CheckpointQueries;
import dev.creatorledger.query.export.ExportSettings;
import dev.creatorledger.query.export.JsonLines;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Reading;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hash chain: who keeps it, and what shows it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainSettings.class)
class ChainConfiguration {

    @Bean
    ChainKeeper chainKeeper(EventChain eventChain, StoredEvents storedEvents, ChainSettings settings, Clock clock) {
        ChainKeeper keeper = new ChainKeeper(eventChain, storedEvents, settings, clock);
        // Before anything is taken in.
        keeper.refuseAnOlderState();
        return keeper;
    }

    /** Shows in the health details as {@code chain}. */
    @Bean
    ChainWatch chainHealthIndicator(ChainKeeper keeper, ChainSettings settings) {
        return new ChainWatch(keeper, settings);
    }

    @Bean
    CheckpointQueries checkpointQueries(Reading reading, StoredEvents storedEvents, ChainKeeper keeper) {
        return new CheckpointQueries(reading, storedEvents, keeper);
    }

    @Bean
    ImpressionProofs impressionProofs(
            Reading reading, StoredEvents storedEvents, EventDecoder eventDecoder, ChainSettings settings) {
        return new ImpressionProofs(reading, storedEvents, eventDecoder, settings.proofs());
    }

    @Bean
    JsonLines jsonLines(EventChain eventChain, ChainKeeper keeper, StoredEvents storedEvents, ExportSettings settings) {
        return new JsonLines(eventChain, keeper, storedEvents, settings.page());
    }
}
