package dev.creatorledger.query.config;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.balance.StatementQueries;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.journal.BookedEvents;
import dev.creatorledger.query.journal.Books;
import dev.creatorledger.query.journal.JournalQueries;
import dev.creatorledger.query.view.AsOf;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.Reading;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queries about the books. */
@Configuration(proxyBeanMethods = false)
class BooksConfiguration {

    @Bean
    BookedEvents bookedEvents(StoredEvents storedEvents, EventDecoder eventDecoder) {
        return new BookedEvents(storedEvents, eventDecoder);
    }

    @Bean
    Books books(MongoDatabase viewDatabase, Past past) {
        return new Books(viewDatabase, past);
    }

    @Bean
    JournalQueries journalQueries(
            Reading reading,
            AsOf asOf,
            StoredEvents storedEvents,
            Channels channels,
            Books books,
            BookedEvents bookedEvents) {
        return new JournalQueries(reading, asOf, storedEvents, channels, books, bookedEvents);
    }

    @Bean
    StatementQueries statementQueries(
            Reading reading,
            AsOf asOf,
            Channels channels,
            StoredEvents storedEvents,
            Books books,
            BookedEvents bookedEvents,
            Clock clock) {
        return new StatementQueries(reading, asOf, channels, storedEvents, books, bookedEvents, clock);
    }
}
