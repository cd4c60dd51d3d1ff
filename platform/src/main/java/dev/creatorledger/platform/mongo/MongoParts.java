package dev.creatorledger.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;

/** How MongoDB is talked to. */
public final class MongoParts {

    private MongoParts() {}

    /**
     * The driver's settings. What the connection string says goes before our defaults, but not before what their users
     * rest on where there are several servers: a document or a token that was written is not lost with one of them, none is
     * read that could be, and a token is never newer than the documents that are read after it.
     */
    public static MongoClientSettings client(ConnectionString server, MongoPlace place) {
        int millis = (int) place.connectWithin().toMillis();
        MongoClientSettings.Builder client = MongoClientSettings.builder()
                .applicationName("creator-ledger")
                .retryWrites(true)
                .retryReads(true)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(place.connections()).maxWaitTime(millis, TimeUnit.MILLISECONDS))
                .applyConnectionString(server);
        if (place.replicated()) {
            client.writeConcern(WriteConcern.MAJORITY)
                    .readConcern(ReadConcern.MAJORITY)
                    .readPreference(ReadPreference.primary());
        }
        return client.build();
    }
}
