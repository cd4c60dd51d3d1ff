package dev.creatorledger.platform.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.mongo.MongoFailures;
import dev.creatorledger.platform.mongo.MongoHealth;
import dev.creatorledger.platform.mongo.MongoParts;
import dev.creatorledger.platform.mongo.MongoPlace;
import dev.creatorledger.platform.mongo.MongoSettings;
import dev.creatorledger.platform.mongo.Tables;
import dev.creatorledger.platform.start.OnAxonServer;
import dev.creatorledger.platform.web.StoreAway;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What stands beside the events, in MongoDB; each part of it makes its own indexes. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAxonServer.class)
@EnableConfigurationProperties(MongoSettings.class)
class BesideInMongo {

    /** The connection, apart from that of the views: it is no candidate where theirs is asked for. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Tables
    MongoClient tablesClient(MongoSettings settings) {
        MongoPlace place = settings.place();
        return MongoClients.create(MongoParts.client(new ConnectionString(place.connectionString()), place));
    }

    /** The database. */
    @Bean(defaultCandidate = false)
    @Tables
    MongoDatabase tablesDatabase(@Tables MongoClient tablesClient, MongoSettings settings) {
        return tablesClient.getDatabase(settings.database());
    }

    /** The hash chain over the events. */
    @Bean
    EventChain eventChain(@Tables MongoDatabase tables, StoredEvents storedEvents, Clock clock) {
        return new EventChain(tables, storedEvents, clock);
    }

    /** Shows in the health details as {@code tables}. */
    @Bean
    MongoHealth tablesHealthIndicator(@Tables MongoDatabase tables) {
        return new MongoHealth(tables);
    }

    @Bean
    StoreAway tablesAway() {
        return MongoFailures::areAway;
    }
}
