package dev.creatorledger.command.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import dev.creatorledger.platform.mongo.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes in MongoDB, a document for each key, each step one write that is conditional on what stands there. Times are
 * microseconds since 1970.
 *
 * <p>The database is to acknowledge by majority and be read from its primary: an outcome that is lost would let a command
 * be run again.
 */
final class MongoOutcomes implements Outcomes {

    /** The collection's name. */
    static final String COLLECTION = "idempotency_keys";

    private static final int TRIES = 5;

    private static final String ID = "_id";
    private static final String REQUEST = "request";
    private static final String HOLDER = "holder";
    private static final String NODE = "node";
    private static final String LIFE = "life";
    private static final String LEASED_UNTIL = "leasedUntil";
    private static final String ATTEMPT = "attempt";
    private static final String RESERVED_AT = "reservedAt";
    private static final String AT = "at";
    private static final String STATUS = "status";
    private static final String CONTENT_TYPE = "contentType";
    private static final String ANSWER = "answer";

    /** The lease of a reservation that was abandoned. */
    private static final long NEVER = Long.MIN_VALUE;

    private static final Bson RUNNING = eq(STATUS, null);

    private final MongoCollection<Document> keys;
    private final IdempotencySettings settings;
    private final String node;
    private final String life = IdentifierFactory.getInstance().generateIdentifier();

    /**
     * Outcomes of a node; the index by age is made if there is none.
     *
     * @param node the node's name; where it is the same after a restart, what the node has left running is taken over
     *     at once
     */
    MongoOutcomes(MongoDatabase database, String node, IdempotencySettings settings) {
        this.keys = database.getCollection(COLLECTION);
        this.node = node;
        this.settings = settings;
        keys.createIndex(Indexes.ascending(AT));
    }

    @Override
    public Found reserve(KeyedRequest request, Instant now) {
        String holder = IdentifierFactory.getInstance().generateIdentifier();
        // What is found may be released before it is read: then the key is free, and taken in the next round.
        for (int time = 0; time < TRIES; time++) {
            Document taken = taken(request, holder, now);
            if (taken != null) {
                return new Reservation(
                        request.id(),
                        holder,
                        Micros.instant(taken.getLong(RESERVED_AT)),
                        taken.getInteger(ATTEMPT) > 1);
            }
            Document standing = keys.find(eq(ID, request.id())).first();
            if (standing != null) {
                return standing(request, standing);
            }
        }
        return new Running();
    }

    private static Found standing(KeyedRequest request, Document standing) {
        if (!request.digest().equals(standing.getString(REQUEST))) {
            return new Reused();
        }
        Integer status = standing.getInteger(STATUS);
        return status == null
                ? new Running()
                : new Outcome(
                        status,
                        standing.getString(CONTENT_TYPE),
                        standing.get(ANSWER, Binary.class).getData());
    }

    private @Nullable Document taken(KeyedRequest request, String holder, Instant now) {
        if (began(request, holder, now)) {
            return new Document(RESERVED_AT, Micros.of(now)).append(ATTEMPT, 1);
        }
        long forgotten = Micros.of(now.minus(settings.keep()));
        Bson abandoned = and(RUNNING, eq(LEASED_UNTIL, NEVER));
        Bson anew = or(lte(AT, forgotten), and(abandoned, ne(REQUEST, request.digest())));
        Document taken = update(
                request, anew, combine(held(request, holder, now), set(ATTEMPT, 1), set(RESERVED_AT, Micros.of(now))));
        if (taken != null) {
            return taken;
        }
        Bson left = or(lte(LEASED_UNTIL, Micros.of(now)), and(eq(NODE, node), ne(LIFE, life)));
        Bson again = and(gt(AT, forgotten), RUNNING, eq(REQUEST, request.digest()), left);
        return update(request, again, combine(held(request, holder, now), inc(ATTEMPT, 1)));
    }

    private boolean began(KeyedRequest request, String holder, Instant now) {
        try {
            keys.insertOne(new Document(ID, request.id())
                    .append(REQUEST, request.digest())
                    .append(HOLDER, holder)
                    .append(NODE, node)
                    .append(LIFE, life)
                    .append(LEASED_UNTIL, Micros.of(now.plus(settings.lease())))
                    .append(ATTEMPT, 1)
                    .append(RESERVED_AT, Micros.of(now))
                    .append(AT, Micros.of(now)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private @Nullable Document update(KeyedRequest request, Bson condition, Bson change) {
        return keys.findOneAndUpdate(
                and(eq(ID, request.id()), condition),
                change,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private Bson held(KeyedRequest request, String holder, Instant now) {
        return combine(
                set(REQUEST, request.digest()),
                set(HOLDER, holder),
                set(NODE, node),
                set(LIFE, life),
                set(LEASED_UNTIL, Micros.of(now.plus(settings.lease()))),
                set(AT, Micros.of(now)),
                unset(STATUS),
                unset(CONTENT_TYPE),
                unset(ANSWER));
    }

    @Override
    public void keep(Reservation reservation, Outcome outcome, Instant now) {
        keys.updateOne(
                own(reservation),
                combine(
                        set(STATUS, outcome.status()),
                        set(CONTENT_TYPE, outcome.contentType()),
                        set(ANSWER, new Binary(outcome.body())),
                        set(AT, Micros.of(now))));
    }

    @Override
    public void release(Reservation reservation) {
        keys.deleteOne(own(reservation));
    }

    @Override
    public void abandon(Reservation reservation) {
        keys.updateOne(own(reservation), set(LEASED_UNTIL, NEVER));
    }

    private static Bson own(Reservation reservation) {
        return and(eq(ID, reservation.id()), eq(HOLDER, reservation.holder()), RUNNING);
    }

    @Override
    public int forget(Instant now, int limit) {
        Bson old = lte(AT, Micros.of(now.minus(settings.keep())));
        List<String> ids = new ArrayList<>();
        keys.find(old)
                .sort(Sorts.ascending(AT))
                .limit(limit)
                .projection(Projections.include(ID))
                .forEach(one -> ids.add(one.getString(ID)));
        // The condition once more: one of them may have been taken anew.
        return ids.isEmpty() ? 0 : (int) keys.deleteMany(and(in(ID, ids), old)).getDeletedCount();
    }
}
