package dev.creatorledger.platform.chain;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The links in MongoDB, a document for each, under the position of its first event: whoever comes second finds that
 * taken and adds nothing behind it, so that no position is linked twice, without a lock.
 *
 * <p>The database is to acknowledge by majority and be read from its primary.
 */
final class MongoChainLinks implements ChainLinks {

    private static final String COLLECTION = "chain_links";
    private static final String FIRST = "_id";
    private static final String LAST = "last";
    private static final String LINKED_AT = "linkedAt";
    private static final String HASHES = "hashes";

    private final MongoCollection<Document> links;

    MongoChainLinks(MongoDatabase database) {
        links = database.getCollection(COLLECTION);
    }

    @Override
    public void extend(Continuation continuation, long linkedAtMicros) {
        List<Document> next = new ArrayList<>();
        for (Link link : continuation.after(newest())) {
            next.add(new Document(FIRST, link.first())
                    .append(LAST, link.last())
                    .append(LINKED_AT, linkedAtMicros)
                    .append(HASHES, new Binary(link.hashes())));
        }
        if (next.isEmpty()) {
            return;
        }
        try {
            links.insertMany(next); // in order: it ends at the first that is taken
        } catch (MongoBulkWriteException e) {
            boolean taken = e.getWriteErrors().stream()
                    .allMatch(one -> ErrorCategory.fromErrorCode(one.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (e.getWriteErrors().isEmpty() || !taken) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Link> newest() {
        return Optional.ofNullable(lastOf(new Document()));
    }

    @Override
    public List<Link> covering(long first, long last) {
        Link begin = lastOf(lte(FIRST, first));
        List<Link> found = new ArrayList<>();
        Bson range = and(gte(FIRST, begin == null ? first : begin.first()), lte(FIRST, last));
        links.find(range).sort(Sorts.ascending(FIRST)).forEach(one -> found.add(link(one)));
        found.removeIf(link -> link.last() < first);
        return found;
    }

    @Override
    public List<Link> covering(Collection<Long> positions) {
        TreeMap<Long, Link> found = new TreeMap<>();
        for (long position : positions) {
            var before = found.floorEntry(position);
            if (before == null || !before.getValue().covers(position)) {
                Link link = lastOf(lte(FIRST, position));
                if (link != null && link.covers(position)) {
                    found.put(link.first(), link);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private @Nullable Link lastOf(Bson which) {
        Document found = links.find(which).sort(Sorts.descending(FIRST)).first();
        return found == null ? null : link(found);
    }

    private static Link link(Document stored) {
        return new Link(stored.getLong(LAST), stored.get(HASHES, Binary.class).getData());
    }
}
