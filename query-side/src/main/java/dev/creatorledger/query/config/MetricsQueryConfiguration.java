package dev.creatorledger.query.config;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.metrics.Meters;
import dev.creatorledger.platform.metrics.Metric;
import dev.creatorledger.platform.metrics.ProcessorGauges;
import dev.creatorledger.platform.metrics.Sample;
import dev.creatorledger.platform.metrics.StoreMetricsConfiguration;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.deadletter.DeadLetterRoutes;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.journal.BooksGauges;
import dev.creatorledger.query.metrics.DeadLetterFigures;
import dev.creatorledger.query.metrics.ReplayVerdicts;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the query side tells those who watch it. */
@Configuration(proxyBeanMethods = false)
@Import(StoreMetricsConfiguration.class)
class MetricsQueryConfiguration {

    @Bean
    Sample<?> viewProcessors(Views views, StoredEvents storedEvents, Clock clock, MeterRegistry registry) {
        return ProcessorGauges.of(views.processors(), storedEvents, clock, registry);
    }

    @Bean
    Sample<?> viewStoreSample(MongoDatabase viewDatabase, MeterRegistry registry) {
        Sample<Integer> sample = new Sample<>("the store of views", () -> {
            viewDatabase.runCommand(new Document("ping", 1));
            return 1;
        });
        // No figure: the store did not answer.
        Meters.gauge(registry, Metric.STORE_UP, () -> Double.isNaN(sample.figure(up -> up)) ? 0 : 1, "views");
        return sample;
    }

    @Bean
    DeadLetterFigures deadLetterFigures(Views views, MeterRegistry registry) {
        return new DeadLetterFigures(views, registry);
    }

    @Bean
    Sample<?> deadLettersSample(DeadLetterFigures figures) {
        return figures.sample();
    }

    /** Tells how much is set aside; what stands still for it is no reason to take the node out of service. */
    @Bean
    HealthIndicator deadLettersHealthIndicator(Views views, DeadLetterFigures figures) {
        return () -> {
            Health.Builder health = Health.up();
            views.groups().forEach(group -> health.withDetail(group, figures.told(group)));
            return health.build();
        };
    }

    @Bean
    DeadLetterRoutes deadLetterRoutes(Views views, Reading reading, StoredEvents storedEvents) {
        return new DeadLetterRoutes(views, reading, storedEvents);
    }

    @Bean
    Sample<?> booksSample(Books books, MeterRegistry registry) {
        return BooksGauges.of(books, registry);
    }

    @Bean
    ReplayVerdicts replayVerdicts(List<ViewGroup> groups, MeterRegistry registry) {
        return new ReplayVerdicts(
                groups.stream()
                        .flatMap(group -> group.views().stream())
                        .map(View::name)
                        .toList(),
                registry);
    }
}
