package dev.creatorledger.query.replay;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.view.StoredCollection;
import dev.creatorledger.query.view.StoredDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A view as it is in MongoDB, kept up by whatever nodes. */
final class LiveView {

    private static final long ASK_EVERY_MILLIS = 20;

    private final MongoDatabase database;
    private final LongSupplier reached;
    private final StoredEvents events;
    private final Duration patience;

    /**
     * A view.
     *
     * @param reached up to where all nodes together have come
     * @param patience how long it is waited for
     */
    LiveView(MongoDatabase database, LongSupplier reached, StoredEvents events, Duration patience) {
        this.database = database;
        this.reached = reached;
        this.events = events;
        this.patience = patience;
    }

    /**
     * Waits until everything up to a position is in the documents.
     *
     * @throws IllegalStateException if that takes too long
     */
    void await(long position) {
        long until = System.nanoTime() + patience.toNanos();
        for (long at = reached.getAsLong(); at < position; at = reached.getAsLong()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "the live view stands at position " + at + " and does not come to " + position);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the live view was waited for", e);
        }
    }

    /** One of its collections. */
    Comparison.Live collection(String name) {
        return reading(StoredCollection.of(database, name));
    }

    /** One of its collections of versions. */
    Comparison.Live versions(String name) {
        return reading(StoredCollection.ofVersions(database, name));
    }

    private Comparison.Live reading(StoredCollection stored) {
        return new Comparison.Live() {

            @Override
            public void forEach(Consumer<StoredDocument> each) {
                stored.forEach(each);
            }

            @Override
            public List<StoredDocument> find(List<String> ids) {
                return stored.find(ids);
            }

            @Override
            public long head() {
                return events.head();
            }

            @Override
            public void await(long position) {
                LiveView.this.await(position);
            }
        };
    }
}
