package dev.creatorledger.command.payout;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.mongo.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** In MongoDB, a document for each payout; every write of it may come twice. */
final class MongoDeadlineTable implements DeadlineTable {

    private static final String ID = "_id";
    private static final String DUE_AT = "dueAt";
    private static final String DEADLINE = "deadline";
    private static final Bson IN_ORDER = Sorts.ascending(DUE_AT, ID);

    private final MongoCollection<Document> payouts;

    /** The payouts in a database; the index is made if there is none. */
    MongoDeadlineTable(MongoDatabase database) {
        payouts = database.getCollection("payout_deadlines");
        payouts.createIndex(Indexes.ascending(DUE_AT, ID));
    }

    @Override
    public void watch(PayoutId payoutId, Instant warnAt, Instant deadline) {
        payouts.updateOne(
                eq(ID, payoutId.value()),
                combine(
                        setOnInsert(DUE_AT, Micros.notBefore(warnAt)),
                        setOnInsert(DEADLINE, Micros.notBefore(deadline))),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void warned(PayoutId payoutId) {
        Document watched = payouts.find(eq(ID, payoutId.value())).first();
        if (watched != null) { // its deadline never changes
            payouts.updateOne(eq(ID, payoutId.value()), set(DUE_AT, watched.getLong(DEADLINE)));
        }
    }

    @Override
    public void forget(PayoutId payoutId) {
        payouts.deleteOne(eq(ID, payoutId.value()));
    }

    @Override
    public Waiting waiting(Instant now, int countUpTo) {
        CountOptions bound = new CountOptions().limit(countUpTo);
        Bson due = lte(DUE_AT, Micros.of(now));
        Document earliest = payouts.find(due).sort(IN_ORDER).first();
        return Waiting.of(
                payouts.countDocuments(new Document(), bound),
                payouts.countDocuments(due, bound),
                earliest == null ? null : Micros.instant(earliest.getLong(DUE_AT)),
                now);
    }

    @Override
    public List<PayoutId> due(Instant now, int limit, int passedOver) {
        List<PayoutId> due = new ArrayList<>();
        payouts.find(lte(DUE_AT, Micros.of(now)))
                .sort(IN_ORDER)
                .skip(passedOver)
                .limit(limit)
                .forEach(one -> due.add(new PayoutId(one.getString(ID))));
        return due;
    }
}
