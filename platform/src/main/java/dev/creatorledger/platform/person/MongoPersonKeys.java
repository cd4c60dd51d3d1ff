package dev.creatorledger.platform.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.platform.mongo.MongoFailures;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.UncategorizedDataAccessException;

/**
 * The keys of persons in MongoDB, a document for each, wrapped with the master key.
 *
 * <p>A destroyed key is out of its document before the erasure is answered; its wrapped bytes stay in the replication log
 * and in freed pages until MongoDB writes over them, which it cannot be told to do at once. What opens them is the master
 * key alone (docs/operations.md tells what to do about it).
 *
 * <p>The database is to acknowledge by majority and be read from its primary.
 */
public final class MongoPersonKeys implements PersonKeys {

    private static final String KEYS = "person_keys";
    private static final String MASTER = "master_key";

    private static final String ID = "_id";
    private static final String WRAPPED = "wrapped";
    private static final String MASTER_KEY_ID = "masterKeyId";
    private static final String CREATED_AT = "createdAt";
    private static final String DESTROYED_AT = "destroyedAt";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> keys;
    private final MasterKey master;
    private final Clock clock;

    private MongoPersonKeys(MongoDatabase database, MasterKey master, Clock clock) {
        this.keys = database.getCollection(KEYS);
        this.master = master;
        this.clock = clock;
    }

    /**
     * The keys that are kept in a database, if this is the master key for them; the first one ever is.
     *
     * @throws MasterKeyException if they are wrapped with another one
     */
    public static MongoPersonKeys open(MongoDatabase database, MasterKey master, Clock clock) {
        MongoPersonKeys opened = new MongoPersonKeys(database, master, clock);
        master.requireSame(answered(() -> opened.firstMaster(database.getCollection(MASTER))));
        return opened;
    }

    private String firstMaster(MongoCollection<Document> masters) {
        upsert(masters, MASTER, combine(setOnInsert(MASTER_KEY_ID, master.id()), setOnInsert(CREATED_AT, now())));
        Document first = masters.find(eq(ID, MASTER)).first();
        return first == null ? "" : first.getString(MASTER_KEY_ID);
    }

    @Override
    public Optional<PersonKey> keyFor(PersonId person) {
        return answered(() -> {
            Document standing = read(person);
            if (standing == null) {
                // Whoever comes second inserts nothing, and reads what the first one did.
                byte[] bytes = PersonKey.newBytes();
                upsert(
                        keys,
                        person.value(),
                        combine(
                                setOnInsert(WRAPPED, new Binary(master.wrap(person, bytes))),
                                setOnInsert(MASTER_KEY_ID, master.id()),
                                setOnInsert(CREATED_AT, now())));
                standing = read(person);
            }
            return opened(person, standing);
        });
    }

    @Override
    public Optional<PersonKey> find(PersonId person) {
        return answered(() -> opened(person, read(person)));
    }

    @Override
    public boolean knows(PersonId person) {
        return answered(() -> read(person) != null);
    }

    @Override
    public void destroy(Set<PersonId> persons) {
        answered(() -> {
            for (PersonId person : persons) {
                upsert(keys, person.value(), combine(setOnInsert(CREATED_AT, now()), setOnInsert(DESTROYED_AT, now())));
                keys.updateOne(
                        and(eq(ID, person.value()), exists(WRAPPED)),
                        combine(unset(WRAPPED), unset(MASTER_KEY_ID), set(DESTROYED_AT, now())));
            }
            return persons.size();
        });
    }

    /** Two that begin the same document at once may both try to insert it: the second finds it there. */
    private static void upsert(MongoCollection<Document> collection, String id, Bson change) {
        try {
            collection.updateOne(eq(ID, id), change, UPSERT);
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private @Nullable Document read(PersonId person) {
        return keys.find(eq(ID, person.value())).first();
    }

    private Optional<PersonKey> opened(PersonId person, @Nullable Document stored) {
        Binary wrapped = stored == null ? null : stored.get(WRAPPED, Binary.class);
        return wrapped == null ? Optional.empty() : Optional.of(master.opened(person, wrapped.getData()));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static <R> R answered(Supplier<R> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            if (MongoFailures.areAway(e)) {
                throw new DataAccessResourceFailureException("the keys of persons do not answer", e);
            }
            throw new UncategorizedDataAccessException("the keys of persons cannot be used", e) {};
        }
    }
}
