package dev.creatorledger.query.view;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the documents of a group anew from all events: one thread reads the store, another decodes and folds with the
 * projections of the live views; at the end every document is written once.
 *
 * <p>Holds all documents of the group in memory, so it serves views that do: those of the embedded mode.
 */
final class Rebuild {

    private static final int CHUNK = 1_000;
    private static final int CHUNKS_AHEAD = 8;
    private static final long BEFORE_EVERYTHING = -1;

    private final GroupStore group;
    private final StoredEvents events;
    private final EventDecoder decoder;
    private final List<Part<?>> parts = new ArrayList<>();
    private final BlockingQueue<List<StoredEvent>> read = new ArrayBlockingQueue<>(CHUNKS_AHEAD);

    private long folded;

    Rebuild(GroupStore group, StoredEvents events, EventDecoder decoder) {
        this.group = group;
        this.events = events;
        this.decoder = decoder;
        group.stores().forEach(store -> parts.add(new Part<>(store)));
    }

    /**
     * Folds every event up to a position, and writes the documents in place of what the collections held.
     *
     * @return how many events concerned the group
     * @throws IllegalStateException if an event cannot be read or folded
     */
    long upTo(long head) {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> new Thread(task, "rebuild-reader"));
        try {
            Future<?> reading = reader.submit(() -> readUpTo(head));
            for (List<StoredEvent> chunk = read.take(); !chunk.isEmpty(); chunk = read.take()) {
                chunk.forEach(this::fold);
            }
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while views were rebuilt", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the events cannot be read", e.getCause());
        } finally {
            reader.shutdownNow();
        }
        parts.forEach(Part::write);
        return folded;
    }

    private void readUpTo(long head) {
        ChunkReader chunks = new ChunkReader();
        try {
            if (group.caresForNothingFrequent()) {
                events.read(
                        List.of(new StoredEvents.Source(group.types(), null)), BEFORE_EVERYTHING, head, chunks::take);
            } else {
                events.read(BEFORE_EVERYTHING, head, chunks::take);
            }
            chunks.handOver();
        } finally {
            // Empty means the end, also when reading failed: the one who folds then asks how it went.
            handOver(List.of());
        }
    }

    private void handOver(List<StoredEvent> chunk) {
        try {
            read.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while events were read", e);
        }
    }

    private void fold(StoredEvent stored) {
        LedgerEvent event = decoder.decode(stored);
        for (int number : group.interestsIn(event.getClass())) {
            parts.get(number).fold(event, stored.position());
        }
        folded++;
    }

    /** Gathers the events that the group cares for; the others are not even decoded. */
    private final class ChunkReader {

        private List<StoredEvent> chunk = new ArrayList<>(CHUNK);

        void take(StoredEvent event) {
            Class<?> type = EventTypes.named(event.type());
            if (type == null) {
                throw new IllegalStateException("position " + event.position() + " holds an unknown event");
            }
            if (group.caresFor(type)) {
                chunk.add(event);
            }
            if (chunk.size() == CHUNK) {
                handOver();
            }
        }

        void handOver() {
            if (!chunk.isEmpty()) {
                Rebuild.this.handOver(chunk);
                chunk = new ArrayList<>(CHUNK);
            }
        }
    }

    /** The documents of one projection. */
    private static final class Part<D extends ViewDocument> {

        private final DocumentStore<D> store;
        private final Map<String, D> documents = new HashMap<>();

        Part(DocumentStore<D> store) {
            this.store = store;
        }

        void fold(LedgerEvent event, long position) {
            for (String id : store.projection().documentsOf(event)) {
                D document = documents.computeIfAbsent(id, store.projection().form()::blank);
                store.projection().fold(document, event, position);
            }
        }

        void write() {
            documents.values().removeIf(document -> !document.isChanged());
            store.replaceAll(documents.values());
        }
    }
}
