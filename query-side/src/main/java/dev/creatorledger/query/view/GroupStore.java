package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documents of every projection of a group, and which events each of them cares for. */
final class GroupStore {

    static final int[] NONE = {};

    private final List<DocumentStore<?>> stores = new ArrayList<>();
    private final Map<Class<?>, int[]> interests;

    /**
     * The documents of a group.
     *
     * @param eras when versions of documents are kept
     * @param cachedEntries how many entries of each projection stay in memory
     */
    GroupStore(MongoDatabase database, ViewGroup group, Eras eras, long cachedEntries) {
        group.projections()
                .forEach(projection -> stores.add(new DocumentStore<>(database, projection, eras, cachedEntries)));
        this.interests = group.interests();
    }

    boolean caresFor(Class<?> type) {
        return interests.containsKey(type);
    }

    /** The numbers of the projections that care for a class of events; none if it is unknown here. */
    int[] interestsIn(Class<?> type) {
        return interests.getOrDefault(type, NONE);
    }

    List<DocumentStore<?>> stores() {
        return stores;
    }

    void forget() {
        stores.forEach(DocumentStore::forget);
    }
}
