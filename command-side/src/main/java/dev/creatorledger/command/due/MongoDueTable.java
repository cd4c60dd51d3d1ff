package dev.creatorledger.command.due;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.mongo.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * In MongoDB, a document for each window that waits. Those under a backfill stay when they are final, for a backfill's
 * counts are of documents: nothing is added up, so that events that are read twice count once.
 */
final class MongoDueTable implements DueTable {

    private static final String ID = "_id";
    private static final String DUE_AT = "dueAt";
    private static final String BACKFILL = "backfill";
    private static final String SEALED = "sealed";
    private static final String CLOSED = "closed";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final Bson ORDINARY = eq(BACKFILL, null);
    private static final Bson IN_ORDER = Sorts.ascending(DUE_AT, ID);

    private final MongoCollection<Document> windows;
    private final MongoCollection<Document> backfills;

    /** The windows and backfills in a database; the indexes are made if there are none. */
    MongoDueTable(MongoDatabase database) {
        windows = database.getCollection("due_windows");
        backfills = database.getCollection("due_backfills");
        windows.createIndex(Indexes.ascending(BACKFILL, DUE_AT, ID));
        windows.createIndex(Indexes.ascending(SEALED, BACKFILL));
    }

    @Override
    public void opened(Collection<OpenedWindow> opened) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (OpenedWindow window : opened) {
            Bson begin = setOnInsert(DUE_AT, Micros.notBefore(window.dueAt()));
            BackfillId backfill = window.backfillId();
            if (backfill != null) {
                begin = combine(begin, setOnInsert(BACKFILL, backfill.value()), setOnInsert(SEALED, false));
            }
            writes.add(new UpdateOneModel<>(eq(ID, window.windowId().value()), begin, UPSERT));
        }
        windows.bulkWrite(writes);
    }

    @Override
    public List<WindowId> openAfter(Instant now, int limit) {
        List<WindowId> open = new ArrayList<>();
        windows.find(and(ORDINARY, gt(DUE_AT, Micros.of(now))))
                .sort(Sorts.descending(DUE_AT, ID))
                .limit(limit)
                .forEach(one -> open.add(WindowId.parse(one.getString(ID))));
        return open;
    }

    @Override
    public void backfillOpened(BackfillId backfillId) {
        backfills.updateOne(eq(ID, backfillId.value()), setOnInsert(CLOSED, false), UPSERT);
    }

    @Override
    public void backfillClosed(BackfillId backfillId) {
        backfills.updateOne(eq(ID, backfillId.value()), set(CLOSED, true));
    }

    @Override
    public void remove(Collection<WindowId> removed) {
        List<String> ids = removed.stream().map(WindowId::value).toList();
        List<WriteModel<Document>> writes = new ArrayList<>();
        ids.forEach(id -> writes.add(new DeleteOneModel<>(and(eq(ID, id), ORDINARY))));
        writes.add(new UpdateManyModel<>(and(in(ID, ids), eq(SEALED, false)), set(SEALED, true)));
        windows.bulkWrite(writes);
    }

    @Override
    public List<DueWindow> due(Instant now, @Nullable DueWindow after, int limit) {
        return find(and(ORDINARY, lte(DUE_AT, Micros.of(now))), after, limit);
    }

    @Override
    public List<DueWindow> under(BackfillId backfillId, @Nullable DueWindow after, int limit) {
        return find(and(eq(BACKFILL, backfillId.value()), eq(SEALED, false)), after, limit);
    }

    private List<DueWindow> find(Bson which, @Nullable DueWindow after, int limit) {
        Bson wanted = which;
        if (after != null) {
            long time = Micros.of(after.dueAt());
            String id = after.windowId().value();
            wanted = and(which, or(gt(DUE_AT, time), and(eq(DUE_AT, time), gt(ID, id))));
        }
        List<DueWindow> found = new ArrayList<>();
        windows.find(wanted)
                .sort(IN_ORDER)
                .limit(limit)
                .forEach(one -> found.add(
                        new DueWindow(WindowId.parse(one.getString(ID)), Micros.instant(one.getLong(DUE_AT)))));
        return found;
    }

    @Override
    public List<BackfillId> closedWithWindows() {
        List<String> withWindows = new ArrayList<>();
        windows.distinct(BACKFILL, eq(SEALED, false), String.class).forEach(withWindows::add);
        List<BackfillId> closed = new ArrayList<>();
        backfills
                .find(and(in(ID, withWindows), eq(CLOSED, true)))
                .sort(Sorts.ascending(ID))
                .forEach(one -> closed.add(new BackfillId(one.getString(ID))));
        return closed;
    }

    @Override
    public Optional<BackfillCounts> counts(BackfillId backfillId) {
        if (backfills.find(eq(ID, backfillId.value())).first() == null) {
            return Optional.empty();
        }
        Bson under = eq(BACKFILL, backfillId.value());
        long sealed = windows.countDocuments(and(under, eq(SEALED, true)));
        return Optional.of(new BackfillCounts(windows.countDocuments(under), sealed));
    }

    @Override
    public Waiting waiting(Instant now, int countUpTo) {
        CountOptions bound = new CountOptions().limit(countUpTo);
        Bson due = and(ORDINARY, lte(DUE_AT, Micros.of(now)));
        Document earliest = windows.find(due).sort(IN_ORDER).first();
        return Waiting.of(
                windows.countDocuments(or(ORDINARY, eq(SEALED, false)), bound),
                windows.countDocuments(due, bound),
                earliest == null ? null : Micros.instant(earliest.getLong(DUE_AT)),
                now);
    }
}
