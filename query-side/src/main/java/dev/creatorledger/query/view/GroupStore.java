package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents of every projection of a group, and which events each of them cares for. */
final class GroupStore {

    private static final int[] NONE = {};

    private final List<DocumentStore<?>> stores = new ArrayList<>();
    private final Map<Class<?>, int[]> interests;

    /**
     * The documents of a group.
     *
     * @param cachedEntries how many entries of each projection stay in memory
     */
    GroupStore(MongoDatabase database, ViewGroup group, long cachedEntries) {
        group.projections().forEach(projection -> stores.add(new DocumentStore<>(database, projection, cachedEntries)));
        this.interests = group.interests();
    }

    boolean caresFor(Class<?> type) {
        return interests.containsKey(type);
    }

    /** The simple names of the events that the group cares for. */
    Set<String> types() {
        return interests.keySet().stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether all it cares for can be read along the index of kinds, past the bulk of the store. */
    boolean caresForNothingFrequent() {
        return types().stream().noneMatch(StoredEvents.FREQUENT::contains);
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
