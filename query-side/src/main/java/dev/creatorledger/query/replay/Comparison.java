package dev.creatorledger.query.replay;

import dev.creatorledger.query.view.StoredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Compares the documents of one collection with those that the events make, each at the position it was read at: one
 * that has moved on meanwhile is held until the events are folded up to there, and compared before later ones are.
 *
 * <p>Nobody has to wait for it, and nothing is left out: a document is compared exactly once, as it was read, unless it
 * differs. Then it is read again, for a server may show a document that is only half replaced.
 */
final class Comparison {

    /** How often a document has to differ before it is believed. */
    static final int READINGS = 3;

    /** How much a difference that is not believed yet takes, about. */
    private static final int DOUBT_BYTES = 1_000;

    /** What the events make. */
    interface Made {

        /** Up to where the events are folded. */
        long position();

        /** Folds them on; {@code each} is told the position of each event while no later one is folded. */
        void upTo(long position, LongConsumer each);

        /** The position of the last event that changed a document; negative if there is none. */
        long at(String id);

        /** A document; null if there is none. */
        @Nullable
        RawBsonDocument stored(String id);

        /** The identities of all documents. */
        List<String> ids();
    }

    /** What the view holds. */
    interface Live {

        /** Hands over all documents, while the view goes on. */
        void forEach(Consumer<StoredDocument> each);

        /** The documents of some identities; those that do not exist are left out. */
        List<StoredDocument> find(List<String> ids);

        /** The newest stored event. */
        long head();

        /** Waits until everything up to a position is in the documents. */
        void await(long position);
    }

    private final String collection;
    private final Made made;
    private final Live live;
    private final long pendingLimit;
    private final Consumer<Difference> found;

    private final Set<String> seen = new HashSet<>();
    private final Map<Long, List<StoredDocument>> pending = new HashMap<>();
    private final Map<String, Difference> doubts = new LinkedHashMap<>();
    private final Map<String, Integer> doubted = new HashMap<>();
    private long pendingBytes;
    private long latestPending;

    /**
     * A comparison of one collection.
     *
     * @param pendingLimit how many bytes of documents that have moved on are held, at most about
     * @param found told each difference
     */
    Comparison(String collection, Made made, Live live, long pendingLimit, Consumer<Difference> found) {
        this.collection = collection;
        this.made = made;
        this.live = live;
        this.pendingLimit = pendingLimit;
        this.found = found;
    }

    /**
     * Compares all documents; the view must have reached the position up to which the events are folded.
     *
     * @return how many documents were compared
     */
    long run() {
        live.forEach(document -> {
            seen.add(document.id());
            compare(document);
            if (pendingBytes + (long) DOUBT_BYTES * doubts.size() >= pendingLimit) {
                resolve();
            }
        });
        resolve();
        for (String id : made.ids()) {
            if (seen.add(id)) {
                doubt(Difference.missing(collection, id, made.stored(id)));
            }
        }
        resolve();
        return seen.size();
    }

    private void compare(StoredDocument document) {
        if (!document.hasName()) {
            found.accept(Difference.of(collection, document, null)); // no event makes such a one
        } else if (document.at() > made.position()) {
            pending.computeIfAbsent(document.at(), at -> new ArrayList<>()).add(document);
            latestPending = Math.max(latestPending, document.at());
            pendingBytes += document.size();
        } else {
            compareNow(document);
        }
    }

    /** Byte for byte, its position included. */
    private void compareNow(StoredDocument document) {
        RawBsonDocument rebuilt = made.stored(document.id());
        if (rebuilt == null || !document.isSame(rebuilt)) {
            doubt(Difference.of(collection, document, rebuilt));
        }
    }

    private void doubt(Difference difference) {
        doubts.put(difference.document(), difference);
    }

    /** Until nothing waits any more: what is read again has to differ some times, so it comes to an end. */
    private void resolve() {
        settle();
        while (!doubts.isEmpty()) {
            List<String> again = believeOrKeep();
            if (!again.isEmpty()) {
                read(again);
                settle();
            }
        }
    }

    private void read(List<String> ids) {
        Set<String> gone = new HashSet<>(ids);
        for (StoredDocument document : live.find(ids)) {
            gone.remove(document.id());
            compare(document);
        }
        for (String id : gone) {
            if (made.at(id) >= 0) {
                doubt(Difference.missing(collection, id, made.stored(id)));
            }
        }
    }

    /** Tells those that have differed often enough; the others are to be read again. */
    private List<String> believeOrKeep() {
        List<String> again = new ArrayList<>();
        doubts.forEach((id, difference) -> {
            if (doubted.merge(id, 1, Integer::sum) >= READINGS) {
                found.accept(difference);
            } else {
                again.add(id);
            }
        });
        doubts.clear();
        return again;
    }

    /** Folds the events up to the documents that have moved on, and compares each as soon as it is its turn. */
    private void settle() {
        if (pending.isEmpty()) {
            return;
        }
        // Beyond the newest event there is nothing that a document could be of.
        made.upTo(Math.min(latestPending, live.head()), this::compareAt);
        pending.values().forEach(documents -> documents.forEach(this::compareNow));
        pending.clear();
        pendingBytes = 0;
        latestPending = 0;
        live.await(made.position());
    }

    private void compareAt(long position) {
        List<StoredDocument> documents = pending.remove(position);
        if (documents != null) {
            documents.forEach(this::compareNow);
        }
    }
}
