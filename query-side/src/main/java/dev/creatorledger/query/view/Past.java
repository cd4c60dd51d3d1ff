package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredEvents.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents as they were at a position of the past: the version that was kept last before it, and on top of it
 * the events since, which are never more than those of one era (U2).
 *
 * <p>A view must have reached the position before its documents are read; {@link AsOf#seen} has the caller wait for it.
 */
public final class Past {

    private final MongoDatabase database;
    private final StoredEvents events;
    private final EventDecoder decoder;
    private final Eras eras;

    /** Reads from the views in a database, and from the event store. */
    public Past(MongoDatabase database, StoredEvents events, EventDecoder decoder, Eras eras) {
        this.database = database;
        this.events = events;
        this.decoder = decoder;
        this.eras = eras;
    }

    /**
     * Some documents of a projection, to be read.
     *
     * @throws IllegalArgumentException if the past of its documents is not kept
     */
    public <D extends ViewDocument> PastDocuments<D> of(Projection<D> projection, List<String> ids) {
        return new PastDocuments<>(database, projection, eras, ids);
    }

    /**
     * All documents of a projection, to be read; as many are held in memory as there are.
     *
     * @throws IllegalArgumentException if the past of its documents is not kept
     */
    public <D extends ViewDocument> PastDocuments<D> all(Projection<D> projection) {
        return new PastDocuments<>(database, projection, eras, null);
    }

    /** Has the server keep the indexes that all documents of a projection are read by. */
    public void indexAll(Projection<?> projection) {
        new Versions<>(database, projection, eras).index();
    }

    /** One document as of a position, if there was one then. */
    public <D extends ViewDocument> @Nullable D find(Projection<D> projection, String id, long position) {
        PastDocuments<D> documents = of(projection, List.of(id));
        read(position, documents);
        return documents.find(id);
    }

    /** Reads documents as of a position, in one pass over the events. */
    public void read(long position, PastDocuments<?>... wanted) {
        List<Kind> kinds = new ArrayList<>();
        long after = position;
        for (PastDocuments<?> documents : wanted) {
            after = Math.min(after, documents.load(position));
            kinds.addAll(documents.missing());
        }
        if (after < position && !kinds.isEmpty()) {
            events.readKinds(kinds, after, position, stored -> {
                LedgerEvent event = decoder.decode(stored);
                for (PastDocuments<?> documents : wanted) {
                    documents.fold(event, stored.position());
                }
            });
        }
    }
}
