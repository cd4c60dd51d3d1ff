package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;

/**
 * Makes the documents of a group anew from all events, as a {@link Shadow}; versions are kept on the way, and
 * at the end every document is written once.
 *
 * <p>Holds all documents of the group in memory, so it serves views that do: those of the embedded mode.
 */
final class Rebuild {

    private final MongoDatabase database;
    private final Shadow shadow;

    Rebuild(MongoDatabase database, ViewGroup group, Eras eras, StoredEvents events, EventDecoder decoder) {
        this.database = database;
        this.shadow = new Shadow(group, eras, events, decoder);
    }

    /**
     * Folds every event up to a position, and writes the documents in place of what the collections held.
     *
     * @return how many events concerned the group
     * @throws Unfoldable if an event cannot be read or folded; nothing is written then
     */
    long upTo(long head) {
        shadow.documents().forEach(documents -> documents.keepVersionsIn(database));
        shadow.upTo(head);
        shadow.documents().forEach(documents -> documents.replace(database));
        return shadow.folded();
    }
}
