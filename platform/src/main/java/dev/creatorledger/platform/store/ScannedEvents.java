package dev.creatorledger.platform.store;

import dev.creatorledger.platform.web.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stored events of a store that has no index but positions: whatever is asked for is looked for along them, in bounded
 * memory. What is rare and old costs a walk through all that is newer, or older, than it.
 */
abstract class ScannedEvents implements StoredEvents {

    /** How many events are looked at before it is asked whether enough were found. */
    private static final int STEP = 2_000;

    /** Times go back from one position to the next by less than this. */
    private static final Duration STEP_BACK = Duration.ofHours(1);

    @Override
    public void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each) {
        scan(event -> isOfOne(sources, event), after, upTo, each);
    }

    @Override
    public void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each) {
        scan(event -> kinds.stream().anyMatch(kind -> isOf(kind, event)), after, upTo, each);
    }

    @Override
    public void readStream(String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each) {
        scan(event -> event.stream().equals(stream) && types.contains(event.type()), after, upTo, each);
    }

    private void scan(Predicate<StoredEvent> wanted, long after, long upTo, Consumer<StoredEvent> each) {
        read(after, Math.min(upTo, head()), event -> {
            if (wanted.test(event)) {
                each.accept(event);
            }
        });
    }

    @Override
    public List<StoredEvent> page(Filter filter, long after, int limit) {
        return forth(matching(filter), after, head(), limit);
    }

    @Override
    public List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit) {
        return forth(event -> isOfOne(sources, event), after, Math.min(upTo, head()), limit);
    }

    @Override
    public List<StoredEvent> newest(String type, long before, int limit) {
        return back(event -> event.type().equals(type), before, limit);
    }

    @Override
    public List<StoredEvent> newest(List<Source> sources, long before, int limit) {
        return back(event -> isOfOne(sources, event), before, limit);
    }

    private List<StoredEvent> forth(Predicate<StoredEvent> wanted, long after, long upTo, int limit) {
        List<StoredEvent> found = new ArrayList<>();
        for (long from = after; from < upTo && found.size() < limit; from += STEP) {
            read(from, Math.min(upTo, from + STEP), event -> {
                if (found.size() < limit && wanted.test(event)) {
                    found.add(event);
                }
            });
        }
        return found;
    }

    /** Decisions, looked for along positions, too. */
    final StoredDecisions decisions() {
        return (actor, before, limit) -> back(
                event -> {
                    JsonNode metadata = metadata(event);
                    return !FREQUENT.contains(event.type())
                            && metadata.has(CallContext.REASON)
                            && (actor == null || actor.equals(actor(metadata)));
                },
                before,
                limit);
    }

    private List<StoredEvent> back(Predicate<StoredEvent> wanted, long before, int limit) {
        List<StoredEvent> found = new ArrayList<>();
        for (long upTo = Math.min(before - 1, head()); upTo > 0 && found.size() < limit; upTo -= STEP) {
            Deque<StoredEvent> newest = new ArrayDeque<>();
            int missing = limit - found.size();
            read(Math.max(0, upTo - STEP), upTo, event -> {
                if (wanted.test(event)) {
                    newest.addFirst(event);
                    if (newest.size() > missing) {
                        newest.removeLast();
                    }
                }
            });
            found.addAll(newest);
        }
        return found;
    }

    /**
     * Halves the positions until two neighbours are found of which only the second was recorded more than an hour after
     * the instant: all behind that one are later than the instant, whatever way times went back.
     */
    @Override
    public long lastRecordedBy(Instant at) {
        Instant border = at.plus(STEP_BACK);
        long low = 0;
        long high = head() + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (recordedAt(middle).isAfter(border)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        List<StoredEvent> last = back(event -> !event.recordedAt().isAfter(at), low + 1, 1);
        return last.isEmpty() ? 0 : last.get(0).position();
    }

    /** The position before the first event that was recorded at an instant or later; the head if there is none. */
    final long lastBefore(Instant from) {
        Instant border = from.minus(STEP_BACK);
        long head = head();
        long low = 0;
        long high = head + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (recordedAt(middle).isBefore(border)) {
                low = middle; // all before it are earlier than the instant
            } else {
                high = middle;
            }
        }
        List<StoredEvent> first = forth(event -> !event.recordedAt().isBefore(from), low, head, 1);
        return first.isEmpty() ? head : first.get(0).position() - 1;
    }

    private Instant recordedAt(long position) {
        List<StoredEvent> one = forth(event -> true, position - 1, position, 1);
        return one.get(0).recordedAt();
    }

    private static boolean isOfOne(List<Source> sources, StoredEvent event) {
        return sources.stream()
                .anyMatch(source -> source.types().contains(event.type()) && isNamed(source.stream(), event));
    }

    private static boolean isOf(Kind kind, StoredEvent event) {
        return kind.type().equals(event.type())
                && (kind.streams().isEmpty() || kind.streams().stream().anyMatch(name -> isNamed(name, event)));
    }

    private static boolean isNamed(@Nullable String stream, StoredEvent event) {
        return stream == null
                || (stream.endsWith(":")
                        ? event.stream().startsWith(stream)
                        : event.stream().equals(stream));
    }

    private static Predicate<StoredEvent> matching(Filter filter) {
        Set<String> streams = filter.aggregate() == null ? Set.of() : Set.of(StreamKinds.named(filter.aggregate()));
        return event -> (streams.isEmpty() || streams.contains(event.stream()))
                && (filter.type() == null || filter.type().equals(event.type()))
                && (filter.from() == null || !event.recordedAt().isBefore(filter.from()))
                && (filter.to() == null || event.recordedAt().isBefore(filter.to()))
                && (filter.actor() == null || filter.actor().equals(actor(metadata(event))));
    }

    private static JsonNode metadata(StoredEvent event) {
        return EventJson.mapper().readTree(event.metadata());
    }

    private static String actor(JsonNode metadata) {
        return metadata.path(CallContext.ACTOR).asString("");
    }
}
