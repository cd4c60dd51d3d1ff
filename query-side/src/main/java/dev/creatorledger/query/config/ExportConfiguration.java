package dev.creatorledger.query.config;

import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.export.BooksExport;
import dev.creatorledger.query.export.CsvExport;
import dev.creatorledger.query.export.ExportFormat;
import dev.creatorledger.query.export.ExportQueries;
import dev.creatorledger.query.export.ExportSettings;
import dev.creatorledger.query.export.SelectedEntries;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.view.Reading;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The exports, and the formats that they come in: a bean each. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {

    @Bean
    SelectedEntries selectedEntries(StoredEvents storedEvents, BookedEvents bookedEvents, ExportSettings settings) {
        return new SelectedEntries(storedEvents, bookedEvents, settings.page());
    }

    @Bean
    @Order(1)
    ExportFormat hledgerExport(SelectedEntries selectedEntries) {
        return BooksExport.hledger(selectedEntries);
    }

    @Bean
    @Order(2)
    ExportFormat beancountExport(SelectedEntries selectedEntries) {
        return BooksExport.beancount(selectedEntries);
    }

    @Bean
    @Order(3)
    ExportFormat csvExport(SelectedEntries selectedEntries) {
        return new CsvExport(selectedEntries);
    }

    @Bean
    ExportQueries exportQueries(
            Reading reading,
            Channels channels,
            StoredEvents storedEvents,
            List<ExportFormat> formats,
            ExportSettings settings) {
        return new ExportQueries(reading, channels, storedEvents, formats, settings);
    }
}
