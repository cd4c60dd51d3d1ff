package dev.creatorledger.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the views' processors in MongoDB, beside the documents they stand for.
 *
 * <p>A segment belongs to the node that claimed it, as long as that node shows itself within the claim's time. What
 * was written is told by the number of matched documents: a token that is stored twice is stored.
 */
public class MongoTokenStore implements TokenStore {

    /** The collection's name. */
    public static final String COLLECTION = "tokens";

    private static final String ID = "_id";
    private static final String PROCESSOR = "processor";
    private static final String SEGMENT = "segment";
    private static final String TOKEN = "token";
    private static final String TOGETHER = "together";
    private static final String OWNER = "owner";
    private static final String CLAIMED_AT = "claimedAt";

    /** A claim is shown again when a third of its time has passed. */
    private static final int SHOWN_PER_CLAIM = 3;

    private final MongoCollection<Document> collection;
    private final String node;
    private final Duration claimTime;
    private final Clock clock;
    private final Map<String, Long> shownAt = new ConcurrentHashMap<>();

    /**
     * The tokens in a database.
     *
     * @param node the name of this process, different for each that runs at the same time
     * @param claimTime how long a claim holds that is not shown again
     * @param clock the time of claims; a claim from the future, left by a clock that was moved, counts as old
     */
    public MongoTokenStore(MongoDatabase database, String node, Duration claimTime, Clock clock) {
        this.collection = database.getCollection(COLLECTION);
        this.node = node;
        this.claimTime = claimTime;
        this.clock = clock;
    }

    @Override
    public void initializeTokenSegments(String processor, int segmentCount) {
        initializeTokenSegments(processor, segmentCount, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segmentCount, @Nullable TrackingToken initialToken) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException("the segments of " + processor + " exist already");
        }
        // Several nodes may do this at once, and one of them may be killed in between: each begins what is missing, and
        // nobody sees a part of the segments, which would be divided wrongly.
        for (int segment = 0; segment < segmentCount; segment++) {
            Bson begin = combine(
                    setOnInsert(PROCESSOR, processor),
                    setOnInsert(SEGMENT, segment),
                    setOnInsert(TOKEN, StoredToken.of(initialToken)),
                    setOnInsert(TOGETHER, segmentCount));
            collection.updateOne(eq(ID, idOf(processor, segment)), begin, new UpdateOptions().upsert(true));
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        Document entry = new Document(ID, idOf(processor, segment))
                .append(PROCESSOR, processor)
                .append(SEGMENT, segment)
                .append(TOKEN, StoredToken.of(token));
        try {
            collection.insertOne(entry);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                throw new UnableToInitializeTokenException("segment " + idOf(processor, segment) + " exists already");
            }
            throw e;
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        writeAsOwner(processor, segment, combine(set(TOKEN, StoredToken.of(token)), set(CLAIMED_AT, now())));
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        String id = idOf(processor, segment);
        long now = now();
        long claimMillis = claimTime.toMillis();
        Bson free = or(
                eq(OWNER, node), eq(OWNER, null), lt(CLAIMED_AT, now - claimMillis), gt(CLAIMED_AT, now + claimMillis));
        Document entry = collection.findOneAndUpdate(
                and(eq(ID, id), free),
                combine(set(OWNER, node), set(CLAIMED_AT, now)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (entry == null) {
            throw new UnableToClaimTokenException(id + " is claimed by another node, or does not exist");
        }
        shownAt.put(id, now);
        return StoredToken.read(entry.get(TOKEN, Document.class));
    }

    /** Shows that this node is alive; asked before each batch, so the server hears of it only now and then. */
    @Override
    public void extendClaim(String processor, int segment) {
        Long shown = shownAt.get(idOf(processor, segment));
        if (shown == null || now() - shown >= claimTime.toMillis() / SHOWN_PER_CLAIM) {
            writeAsOwner(processor, segment, set(CLAIMED_AT, now()));
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        String id = idOf(processor, segment);
        shownAt.remove(id);
        collection.updateOne(and(eq(ID, id), eq(OWNER, node)), unset(OWNER));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        String id = idOf(processor, segment);
        shownAt.remove(id);
        if (collection.deleteOne(and(eq(ID, id), eq(OWNER, node))).getDeletedCount() == 0) {
            throw notOwned(id);
        }
    }

    /**
     * Up to where a processor has come with all its segments, on whatever nodes; 0 where one of them has not begun.
     * Everything up to there is in the documents.
     */
    public long reached(String processor) {
        long[] least = {Long.MAX_VALUE};
        collection.find(eq(PROCESSOR, processor)).forEach(entry -> {
            TrackingToken token = StoredToken.read(entry.get(TOKEN, Document.class));
            least[0] = Math.min(least[0], token == null ? 0 : StoredToken.completeUpTo(token));
        });
        return least[0] == Long.MAX_VALUE ? 0 : least[0];
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public int[] fetchSegments(String processor) {
        List<Integer> segments = new ArrayList<>();
        int together = 0;
        for (Document entry : collection.find(eq(PROCESSOR, processor))) {
            segments.add(entry.getInteger(SEGMENT));
            together = Math.max(together, entry.getInteger(TOGETHER, 0));
        }
        if (segments.size() < together) {
            return new int[0]; // they are just being begun
        }
        return segments.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(collection.getNamespace().getFullName());
    }

    /**
     * How far each segment of a processor is, whichever node works on it: everything up to there is in the documents.
     * Negative before it has begun.
     */
    public Map<Integer, Long> positions(String processor) {
        Map<Integer, Long> positions = new HashMap<>();
        collection.find(eq(PROCESSOR, processor)).forEach(entry -> {
            TrackingToken token = StoredToken.read(entry.get(TOKEN, Document.class));
            positions.put(
                    entry.getInteger(SEGMENT),
                    token == null ? -1 : token.position().orElse(-1));
        });
        return positions;
    }

    private void writeAsOwner(String processor, int segment, Bson change) {
        String id = idOf(processor, segment);
        if (collection.updateOne(and(eq(ID, id), eq(OWNER, node)), change).getMatchedCount() == 0) {
            shownAt.remove(id);
            throw notOwned(id);
        }
        shownAt.put(id, now());
    }

    private static UnableToClaimTokenException notOwned(String id) {
        return new UnableToClaimTokenException(id + " is not claimed by this node");
    }

    private long now() {
        return clock.millis();
    }

    private static String idOf(String processor, int segment) {
        return processor + '/' + segment;
    }
}
