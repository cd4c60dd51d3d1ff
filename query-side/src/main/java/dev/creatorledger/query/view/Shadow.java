package dev.creatorledger.query.view;

import dev.creatorledger.events.EventTypes;
import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The documents of some views as the stored events make them, in memory and beside the live ones: one thread reads the
 * store past the event processors, the caller's decodes and folds with the projections of the live views.
 *
 * <p>It is folded on as far as it is asked to be, by one thread at a time; how far it has come can be read by all.
 */
public final class Shadow {

    private static final int CHUNK = 1_000;
    private static final int CHUNKS_AHEAD = 8;
    private static final long BEFORE_EVERYTHING = -1;

    private final StoredEvents events;
    private final EventDecoder decoder;
    private final List<ShadowDocuments<?>> documents = new ArrayList<>();
    private final Map<Class<?>, int[]> interests;
    private final Set<String> types;

    private volatile long position = BEFORE_EVERYTHING;
    private volatile long folded;

    /**
     * The documents of a group's views, before any event.
     *
     * @param eras when versions of them are kept
     */
    public Shadow(ViewGroup group, Eras eras, StoredEvents events, EventDecoder decoder) {
        this.events = events;
        this.decoder = decoder;
        this.interests = group.interests();
        this.types = interests.keySet().stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
        group.projections().forEach(projection -> documents.add(new ShadowDocuments<>(projection, eras)));
    }

    /** Up to where it is folded; negative before the beginning. While it is folded, about so far. */
    public long position() {
        return position;
    }

    /** How many events that concern it were folded. */
    public long folded() {
        return folded;
    }

    /** The documents of each projection. */
    public List<ShadowDocuments<?>> documents() {
        return documents;
    }

    /**
     * Folds the events on, up to a position; nothing happens if it has come so far already.
     *
     * @throws Unfoldable if an event cannot be read or folded; it is of no use from then on
     * @throws IllegalStateException if the store cannot be read
     */
    public void upTo(long head) {
        upTo(head, position -> {});
    }

    /**
     * Folds the events on, up to a position.
     *
     * @param each told the position of each event that concerns it, when that is folded and no later one is
     * @throws Unfoldable if an event cannot be read or folded; it is of no use from then on
     * @throws IllegalStateException if the store cannot be read
     */
    public void upTo(long head, LongConsumer each) {
        if (head <= position) {
            return;
        }
        Reader reader = new Reader(position, head);
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "shadow-reader"));
        try {
            Future<?> reading = thread.submit(reader::read);
            for (List<StoredEvent> chunk = reader.take(); !chunk.isEmpty(); chunk = reader.take()) {
                chunk.forEach(stored -> fold(stored, each));
                came(chunk.size(), chunk.get(chunk.size() - 1).position());
            }
            reading.get();
            position = head;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while events were folded", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unfoldable unknown) {
                throw unknown;
            }
            throw new IllegalStateException("the events cannot be read", e.getCause());
        } finally {
            thread.shutdownNow();
        }
    }

    /** Told by one thread only. */
    private void came(int more, long to) {
        long all = folded + more;
        folded = all;
        position = to;
    }

    private void fold(StoredEvent stored, LongConsumer each) {
        try {
            LedgerEvent event = decoder.decode(stored);
            for (int number : interests.getOrDefault(event.getClass(), GroupStore.NONE)) {
                documents.get(number).fold(event, stored.position());
            }
        } catch (RuntimeException e) {
            throw new Unfoldable(stored.position(), e);
        }
        each.accept(stored.position());
    }

    /** Reads a range in a thread of its own, some chunks ahead of the one who folds. */
    private final class Reader {

        private final BlockingQueue<List<StoredEvent>> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        private final long after;
        private final long upTo;
        private List<StoredEvent> chunk = new ArrayList<>(CHUNK);

        Reader(long after, long upTo) {
            this.after = after;
            this.upTo = upTo;
        }

        List<StoredEvent> take() throws InterruptedException {
            return chunks.take();
        }

        void read() {
            try {
                if (types.stream().noneMatch(StoredEvents.FREQUENT::contains)) {
                    // Along the index of kinds, past the bulk of the store.
                    events.read(List.of(new StoredEvents.Source(types, null)), after, upTo, this::gather);
                } else {
                    events.read(after, upTo, this::gather);
                }
                if (!chunk.isEmpty()) {
                    handOver(chunk);
                }
            } finally {
                // Empty means the end, also when reading failed: the one who folds then asks how it went.
                handOver(List.of());
            }
        }

        /** Gathers the events that concern the views; the others are not even decoded. */
        private void gather(StoredEvent event) {
            Class<?> type = EventTypes.named(event.type());
            if (type == null) {
                throw new Unfoldable(event.position(), new IllegalStateException("an unknown type of event"));
            }
            if (interests.containsKey(type)) {
                chunk.add(event);
            }
            if (chunk.size() == CHUNK) {
                handOver(chunk);
                chunk = new ArrayList<>(CHUNK);
            }
        }

        private void handOver(List<StoredEvent> some) {
            try {
                chunks.put(some);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while events were read", e);
            }
        }
    }
}
