package dev.creatorledger.command.saga;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import dev.creatorledger.platform.store.CommitSteps;
import dev.creatorledger.platform.store.CommitSteps.Step;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Sagas in MongoDB, a document for each. It is written after the events of what the saga had decided, and only if nobody
 * else has written it since it was read: then the events that it handled are read again.
 */
final class MongoSagaStore implements SagaStore<Object> {

    private static final String READ = MongoSagaStore.class.getName();
    private static final String ID = "_id";
    private static final String TYPE = "type";
    private static final String REVISION = "revision";
    private static final String SAGA = "saga";
    private static final String ASSOCIATIONS = "associations";
    private static final String VERSION = "version";

    private final MongoCollection<Document> sagas;
    private final SagaSerializer serializer;

    /** The sagas in a database; the index is made if there is none. */
    MongoSagaStore(MongoDatabase database, SagaSerializer serializer) {
        this.sagas = database.getCollection("sagas");
        this.serializer = serializer;
        sagas.createIndex(Indexes.ascending(ASSOCIATIONS, TYPE));
    }

    /** A saga as it was read. */
    private record Stored<T>(T saga, Set<AssociationValue> associationValues) implements Entry<T> {}

    @Override
    public Set<String> findSagas(Class<?> type, AssociationValue association) {
        Set<String> found = new TreeSet<>();
        sagas.find(and(eq(ASSOCIATIONS, form(association)), eq(TYPE, type.getSimpleName())))
                .projection(Projections.include(ID))
                .forEach(one -> found.add(one.getString(ID)));
        return found;
    }

    @Override
    public <S> @Nullable Entry<S> loadSaga(Class<S> type, String id) {
        Document stored = sagas.find(eq(ID, id)).first();
        if (stored == null) {
            return null;
        }
        versions().put(id, stored.getLong(VERSION));
        byte[] json = stored.getString(SAGA).getBytes(StandardCharsets.UTF_8);
        S saga = serializer.deserialize(
                new SimpleSerializedObject<>(json, byte[].class, stored.getString(TYPE), stored.getString(REVISION)));
        Set<AssociationValue> associations = stored.getList(ASSOCIATIONS, Document.class).stream()
                .map(one -> new AssociationValue(one.getString("key"), one.getString("value")))
                .collect(Collectors.toSet());
        return new Stored<>(saga, associations);
    }

    @Override
    public void insertSaga(Class<?> type, String id, Object saga, Set<AssociationValue> associations) {
        Document document = document(id, saga, associations, 0);
        afterEvents(() -> sagas.insertOne(document));
    }

    @Override
    public void updateSaga(Class<?> type, String id, Object saga, AssociationValues associations) {
        Bson asRead = asRead(id);
        Document document = document(id, saga, associations.asSet(), versions().merge(id, 1L, Long::sum));
        afterEvents(() -> require(id, sagas.replaceOne(asRead, document).getMatchedCount()));
    }

    @Override
    public void deleteSaga(Class<?> type, String id, Set<AssociationValue> associations) {
        Bson asRead = asRead(id);
        afterEvents(() -> require(id, sagas.deleteOne(asRead).getDeletedCount()));
    }

    private static void require(String id, long found) {
        if (found == 0) {
            throw new ConcurrencyException("another node has changed saga " + id);
        }
    }

    private Bson asRead(String id) {
        return and(eq(ID, id), eq(VERSION, versions().getOrDefault(id, 0L)));
    }

    private Document document(String id, Object saga, Set<AssociationValue> associations, long version) {
        SerializedObject<byte[]> json = serializer.serialize(saga, byte[].class);
        List<Document> values = associations.stream().map(MongoSagaStore::form).toList();
        return new Document(ID, id)
                .append(TYPE, json.getType().getName())
                .append(REVISION, json.getType().getRevision())
                .append(SAGA, new String(json.getData(), StandardCharsets.UTF_8))
                .append(ASSOCIATIONS, values)
                .append(VERSION, version);
    }

    private static Document form(AssociationValue association) {
        return new Document("key", association.getKey()).append("value", association.getValue());
    }

    /** The versions of what this unit of work has read. */
    private static Map<String, Long> versions() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(READ, key -> new HashMap<>());
    }

    private static void afterEvents(Runnable write) {
        CommitSteps.of(CurrentUnitOfWork.get().root()).add(Step.SAGAS, write);
    }
}
