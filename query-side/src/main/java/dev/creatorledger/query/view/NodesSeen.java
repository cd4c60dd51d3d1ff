package dev.creatorledger.query.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;

/** The nodes of the query side that have shown themselves lately. */
public final class NodesSeen {

    /** The collection's name. */
    public static final String COLLECTION = "nodes";

    /** From when on a node is not counted any more, nobody has to know it. */
    private static final int FORGOTTEN_AFTER_CLAIMS = 100;

    private static final String ID = "_id";
    private static final String SEEN_AT = "seenAt";

    private final MongoCollection<Document> collection;
    private final String node;
    private final long claimMillis;
    private final Clock clock;

    /**
     * The nodes that share a database.
     *
     * @param node the name of this one
     * @param claimTime how long a node counts that is not seen again
     */
    public NodesSeen(MongoDatabase database, String node, Duration claimTime, Clock clock) {
        this.collection = database.getCollection(COLLECTION);
        this.node = node;
        this.claimMillis = claimTime.toMillis();
        this.clock = clock;
    }

    /** Shows this node, and counts those that are there, itself among them. */
    long show() {
        long now = clock.millis();
        collection.updateOne(eq(ID, node), set(SEEN_AT, now), new UpdateOptions().upsert(true));
        collection.deleteMany(lt(SEEN_AT, now - FORGOTTEN_AFTER_CLAIMS * claimMillis));
        return collection.countDocuments(and(gte(SEEN_AT, now - claimMillis), lte(SEEN_AT, now + claimMillis)));
    }

    /** This node counts no more. */
    void leave() {
        collection.deleteOne(eq(ID, node));
    }
}
