package dev.creatorledger.query.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The events that groups of views have set aside, in MongoDB beside the documents that wait for them; so many at most
 * for each group, and a group that would have more stops instead.
 */
public final class DeadLetters {

    /** The collection's name. */
    public static final String COLLECTION = "dead_letters";

    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;
    private final int most;

    /**
     * The dead letters in a database, which keeps the index that they are found by.
     *
     * @param most how many of one group are set aside at most
     */
    public DeadLetters(MongoDatabase database, int most) {
        this.collection = database.getCollection(COLLECTION);
        this.most = most;
        collection.createIndex(ascending(DeadLetterForm.GROUP, DeadLetterForm.SEQUENCE, DeadLetterForm.ID));
    }

    /** The sequences of a group of which something is set aside. */
    Set<String> sequences(String group) {
        return collection
                .distinct(DeadLetterForm.SEQUENCE, eq(DeadLetterForm.GROUP, group), String.class)
                .into(new HashSet<>());
    }

    /**
     * Sets events of one group aside; those that are already stay as they are.
     *
     * @throws IllegalStateException if there would be too many; nothing is set aside then
     */
    void setAside(List<DeadLetter> letters) {
        String group = letters.get(0).group();
        long known = count(group);
        if (known + letters.size() > most) {
            throw new IllegalStateException(
                    group + " have set " + known + " events aside, and can set no " + letters.size() + " more aside");
        }
        try {
            collection.insertMany(
                    letters.stream().map(DeadLetterForm::of).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /** The first events of a sequence, in the order of their positions. */
    List<DeadLetter> first(String group, String sequence, int limit) {
        return found(of(group, sequence), ascending(DeadLetterForm.ID), limit);
    }

    /** They are folded by now. */
    void remove(List<DeadLetter> letters) {
        collection.deleteMany(
                in(DeadLetterForm.ID, letters.stream().map(DeadLetter::id).toList()));
    }

    /** One was tried again, and failed. */
    void failed(DeadLetter letter, String reason) {
        collection.updateOne(
                eq(DeadLetterForm.ID, letter.id()),
                combine(inc(DeadLetterForm.ATTEMPTS, 1), set(DeadLetterForm.REASON, reason)));
    }

    /** One of them; null if there is none of this identity. */
    public @Nullable DeadLetter find(String id) {
        Document found = collection.find(eq(DeadLetterForm.ID, id)).first();
        return found == null ? null : DeadLetterForm.read(found);
    }

    /** The newest of all groups, below one of them. */
    public List<DeadLetter> newest(@Nullable String belowId, int limit) {
        return found(
                belowId == null ? new Document() : lt(DeadLetterForm.ID, belowId),
                descending(DeadLetterForm.ID),
                limit);
    }

    /** How many events a group has set aside. */
    public long count(String group) {
        return collection.countDocuments(eq(DeadLetterForm.GROUP, group));
    }

    /** How many sequences they are of. */
    public long countSequences(String group) {
        return sequences(group).size();
    }

    private List<DeadLetter> found(Bson filter, Bson order, int limit) {
        List<DeadLetter> letters = new ArrayList<>();
        collection.find(filter).sort(order).limit(limit).forEach(stored -> letters.add(DeadLetterForm.read(stored)));
        return letters;
    }

    private static Bson of(String group, String sequence) {
        return and(eq(DeadLetterForm.GROUP, group), eq(DeadLetterForm.SEQUENCE, sequence));
    }
}
