package dev.creatorledger.query.config;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.mongo.MongoTokenStore;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.metrics.ReplayVerdicts;
import dev.creatorledger.query.metrics.ReplayVerdicts.Verdict;
import dev.creatorledger.query.replay.ReplayRoutes;
import dev.creatorledger.query.replay.ReplaySettings;
import dev.creatorledger.query.replay.Replays;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.Views;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The replays of views (U2). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayConfiguration {

    @Bean
    Replays replays(
            List<ViewGroup> groups,
            MongoDatabase viewDatabase,
            StoredEvents storedEvents,
            EventDecoder eventDecoder,
            @Qualifier(QuerySideConfiguration.VIEW_TOKENS) MongoTokenStore viewTokenStore,
            Views views,
            ReplaySettings settings,
            ReplayVerdicts verdicts,
            Clock clock) {
        Replays replays = new Replays(
                groups, viewDatabase, storedEvents, eventDecoder, viewTokenStore::reached, views, settings, clock);
        replays.tell((view, state) -> verdicts.ended(view, Verdict.valueOf(state)));
        return replays;
    }

    @Bean
    ReplayRoutes replayRoutes(Replays replays, Reading reading, StoredEvents storedEvents) {
        return new ReplayRoutes(replays, reading, storedEvents);
    }
}
