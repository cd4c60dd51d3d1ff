package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvents.Kind;
import dev.creatorledger.query.view.Versions.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one projection as they were at a position, once {@link Past#read} has read them.
 *
 * <p>A document is as it was if it has not changed since. Else its last version before the position is; unless it has
 * changed between the two: then it did so in the position's own era, for any other era would have left a later version
 * behind. So its events of that era are all that is missing.
 *
 * @param <D> the kind of document
 */
public final class PastDocuments<D extends ViewDocument> {

    private final Projection<D> projection;
    private final DocumentReader<D> reader;
    private final Versions<D> versions;
    private final Eras eras;
    private final @Nullable List<String> ids;

    /** As they were. */
    private final Map<String, D> documents = new HashMap<>();

    /** What has to be brought up to the position by events. */
    private final Map<String, D> behind = new HashMap<>();

    /** The newest position that any of them has now. */
    private long newest;

    PastDocuments(MongoDatabase database, Projection<D> projection, Eras eras, @Nullable List<String> ids) {
        if (!projection.isKept()) {
            throw new IllegalArgumentException("no versions are kept of " + projection.collection());
        }
        this.projection = projection;
        this.eras = eras;
        this.ids = ids == null ? null : List.copyOf(ids);
        reader = new DocumentReader<>(database, projection);
        versions = new Versions<>(database, projection, eras);
    }

    /** The document of an identity, if there was one. */
    public @Nullable D find(String id) {
        D document = documents.get(id);
        D folded = document == null ? behind.get(id) : document;
        return folded == null || folded.at() == ViewDocument.UNSEEN ? null : folded;
    }

    /** All that there were, by identity. */
    public Collection<D> found() {
        Map<String, D> found = new TreeMap<>(documents);
        behind.forEach((id, document) -> {
            if (document.at() != ViewDocument.UNSEEN) {
                found.put(id, document);
            }
        });
        return found.values();
    }

    /** Reads what is stored; the position after which events are missing, or the same if none are. */
    long load(long position) {
        Set<String> changed = findUnchanged(position);
        return ids == null ? loadAll(changed, position) : loadEach(changed, position);
    }

    /**
     * Takes the documents that have not changed since, and names the others.
     *
     * <p>They are looked at twice: a server that replaces field by field (mongo-java-server does, the position first) can
     * show an old position beside new content, but then shows the new position to who asks again.
     */
    private Set<String> findUnchanged(long position) {
        Set<String> changed = new HashSet<>();
        each(document -> {
            newest = Math.max(newest, document.at());
            if (document.at() <= position) {
                documents.put(document.id(), document);
            } else {
                changed.add(document.id());
            }
        });
        if (!documents.isEmpty()) {
            each(again -> {
                newest = Math.max(newest, again.at());
                if (again.at() > position && documents.remove(again.id()) != null) {
                    changed.add(again.id());
                }
            });
        }
        return changed;
    }

    private void each(Consumer<D> each) {
        if (ids == null) {
            reader.forEach(each);
        } else {
            reader.find(ids).forEach(each);
        }
    }

    private long loadEach(Set<String> changed, long position) {
        long after = position;
        for (String id : changed) {
            Version<D> version = versions.last(id, position);
            if (version == null) {
                behind.put(id, projection.form().blank(id));
                after = Math.min(after, eras.before(position));
            } else if (version.until() <= position) {
                behind.put(id, version.document());
                after = Math.min(after, version.until() - 1);
            } else {
                documents.put(id, version.document());
            }
        }
        return after;
    }

    private long loadAll(Set<String> changed, long position) {
        if (changed.isEmpty()) {
            return position;
        }
        changed.forEach(id -> behind.put(id, projection.form().blank(id)));
        versions.whenEraBegan(
                position, newest, version -> behind.replace(version.document().id(), version.document()));
        return eras.before(position);
    }

    /** The kinds of events that are missing. */
    List<Kind> missing() {
        if (behind.isEmpty()) {
            return List.of();
        }
        Set<String> streams = new HashSet<>();
        for (String id : behind.keySet()) {
            List<String> ofDocument = projection.streamsOf(id);
            if (ids == null || ofDocument.isEmpty()) {
                return kinds(Set.of());
            }
            streams.addAll(ofDocument);
        }
        return kinds(streams);
    }

    private List<Kind> kinds(Set<String> streams) {
        List<Kind> kinds = new ArrayList<>();
        projection.events().forEach(type -> kinds.add(new Kind(type.getSimpleName(), streams)));
        return kinds;
    }

    /** Folds an event that may be missing. */
    void fold(LedgerEvent event, long position) {
        for (String id : projection.documentsOf(event)) {
            D document = behind.get(id);
            if (document != null) {
                projection.fold(document, event, position);
            }
        }
    }
}
