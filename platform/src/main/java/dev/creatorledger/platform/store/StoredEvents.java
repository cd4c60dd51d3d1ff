package dev.creatorledger.platform.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the event store by global position, past the event processors: for rebuilds, audit and exports. */
public interface StoredEvents {

    /** The position of the newest stored event; 0 if there is none. */
    long head();

    /**
     * Hands over every event with {@code after < position <= upTo}, in order, in bounded memory. Can be called from
     * several threads for several ranges at once.
     */
    void read(long after, long upTo, Consumer<StoredEvent> each);

    /** A page of events that match, oldest first, at most {@code limit}, with {@code position > after}. */
    List<StoredEvent> page(Filter filter, long after, int limit);

    /** The newest events of a type, newest first, at most {@code limit}, with {@code position < before}. */
    List<StoredEvent> newest(String type, long before, int limit);

    /**
     * Hands over the events of some sources with {@code after < position <= upTo}, in order, in bounded memory: along
     * the index of kinds, or of streams.
     */
    void read(List<Source> sources, long after, long upTo, Consumer<StoredEvent> each);

    /** The newest events of some sources, newest first, at most {@code limit}, with {@code position < before}. */
    List<StoredEvent> newest(List<Source> sources, long before, int limit);

    /** The oldest events of some sources, oldest first, at most {@code limit}, with {@code after < position <= upTo}. */
    List<StoredEvent> oldest(List<Source> sources, long after, long upTo, int limit);

    /**
     * Hands over the events of some kinds with {@code after < position <= upTo}, in order, in bounded memory. The cost
     * is that of the range, however long the streams are: it is read along positions or the index of kinds.
     */
    void readKinds(List<Kind> kinds, long after, long upTo, Consumer<StoredEvent> each);

    /**
     * The events of some types of one stream with {@code after < position <= upTo}, in its order, in bounded memory. The
     * cost is that of the events of the stream in between, and of finding the first of them.
     */
    void readStream(String stream, Set<String> types, long after, long upTo, Consumer<StoredEvent> each);

    /**
     * The position of the last event that was recorded at an instant or before; 0 if there is none. In PostgreSQL times do
     * not go back from one position to the next, unless a clock was moved back; in Axon Server, which numbers what nodes
     * have stamped, they can. By an hour or more they must not.
     */
    long lastRecordedBy(Instant at);

    /** The types that make up almost all of the store: the index of kinds leaves them out (migration 1). */
    Set<String> FREQUENT = Set.of("ImpressionQualified", "ImpressionNotQualified");

    /**
     * Events of some types, none of them {@link #FREQUENT}.
     *
     * @param types their simple names
     * @param stream a stream's name, or a beginning of names that ends with a colon; absent: any stream
     */
    record Source(Set<String> types, @Nullable String stream) {

        /** Copies the types. */
        public Source {
            types = Set.copyOf(types);
        }
    }

    /**
     * Events of one type, frequent or not.
     *
     * @param type its simple name
     * @param streams the names of streams, or beginnings of names that end with a colon; empty: any stream
     */
    record Kind(String type, Set<String> streams) {

        /** Copies the streams. */
        public Kind {
            streams = Set.copyOf(streams);
        }
    }

    /**
     * What to look for; absent parts match everything.
     *
     * @param aggregate an identifier as callers write it ({@code ch-1}, {@code ch-1:2026-01-01T05}) or a stream's name
     * @param type an event's simple name
     * @param actor who caused it
     * @param from the earliest time of recording, inclusive
     * @param to the latest time of recording, exclusive
     */
    record Filter(
            @Nullable String aggregate,
            @Nullable String type,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
