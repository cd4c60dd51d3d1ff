package dev.creatorledger.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;

/**
 * Writes of what a batch of events tells: within a unit of work all together, in their order, before it commits; outside
 * of one at once. There is no transaction around them: each has to change nothing when it comes twice.
 */
public final class BatchWrites {

    private static final String GATHERED = BatchWrites.class.getName();

    private BatchWrites() {}

    /** Carries a write out, or gathers it. */
    public static void write(MongoCollection<Document> collection, WriteModel<Document> write) {
        if (!CurrentUnitOfWork.isStarted()) {
            collection.bulkWrite(List.of(write));
            return;
        }
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Map<MongoCollection<Document>, List<WriteModel<Document>>> gathered =
                batch.getOrComputeResource(GATHERED, key -> {
                    Map<MongoCollection<Document>, List<WriteModel<Document>>> begun = new LinkedHashMap<>();
                    batch.onPrepareCommit(unitOfWork -> writeOut(begun));
                    return begun;
                });
        gathered.computeIfAbsent(collection, key -> new ArrayList<>()).add(write);
    }

    private static void writeOut(Map<MongoCollection<Document>, List<WriteModel<Document>>> gathered) {
        gathered.forEach(MongoCollection::bulkWrite);
        gathered.clear();
    }
}
