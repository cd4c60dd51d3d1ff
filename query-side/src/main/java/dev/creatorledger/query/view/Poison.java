package dev.creatorledger.query.view;

import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.view.Delivery.Delivered;
import dev.creatorledger.query.view.Delivery.Stop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a group of views does with events that it cannot fold, and which of its sequences stand still for one. */
final class Poison {

    private static final Logger LOG = LoggerFactory.getLogger(Poison.class);

    private final ViewGroup group;
    private final DeadLetters letters;
    private final StoredEvents events;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** By segment: what is set aside of it. Told by the database when the segment is taken over. */
    private final Map<Integer, Set<String>> aside = new ConcurrentHashMap<>();

    Poison(ViewGroup group, DeadLetters letters, StoredEvents events) {
        this.group = group;
        this.letters = letters;
        this.events = events;
    }

    /** Held while a batch is folded: no letter of this node is tried again meanwhile. */
    Lock shared() {
        return lock.readLock();
    }

    /** Held while letters are tried again: no batch of this node is folded meanwhile. */
    Lock alone() {
        return lock.writeLock();
    }

    /** The sequences that stand still, as far as this node knows; of one thread's segment. */
    Set<String> aside(int segment) {
        return group.undivided() ? Set.of() : aside.computeIfAbsent(segment, key -> letters.sequences(group.name()));
    }

    /** From which position on a sequence stands still; empty if its letters have been folded by now, by any node. */
    Optional<Long> firstAside(int segment, String sequence) {
        List<DeadLetter> first = letters.first(group.name(), sequence, 1);
        if (first.isEmpty()) {
            aside(segment).remove(sequence);
        }
        return first.stream().map(DeadLetter::position).findFirst();
    }

    /** Another node may set events of the segment aside from here on. */
    void forget(int segment) {
        aside.remove(segment);
    }

    /** The sequence of an event; one that nobody can tell is of none that stands still. */
    String sequenceOf(Delivered one) {
        try {
            String sequence = ChannelOfEvent.channelOf(one.message());
            if (!sequence.isEmpty() || !isUnknown(one)) {
                return sequence;
            }
        } catch (SerializationException e) {
            LOG.debug("What cannot be read is told by its stored form", e);
        }
        return ChannelOfEvent.channelOf(stored(one.position())).orElse("");
    }

    /**
     * The sequence of an event that cannot be folded.
     *
     * @throws Unfoldable if the group has to stop: it sets nothing aside, or nobody can tell what it is about
     */
    String sequenceOf(Delivered poisoned, Unfoldable failure) {
        if (group.undivided()) {
            throw failure;
        }
        String sequence = sequenceOf(poisoned);
        if (sequence.isEmpty()) {
            throw failure;
        }
        return sequence;
    }

    /** An event as it is stored. */
    StoredEvent stored(long position) {
        List<StoredEvent> found = new ArrayList<>();
        events.read(position - 1, position, found::add);
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no event at position " + position);
        }
        return found.get(0);
    }

    /** Sets events aside, after everything before them is written. */
    void setAside(int segment, List<Delivered> rest, Map<String, Stop> stopped) {
        if (rest.isEmpty()) {
            return;
        }
        List<DeadLetter> all = new ArrayList<>();
        Set<String> sequences = new HashSet<>();
        for (Delivered one : rest) {
            String sequence = sequenceOf(one);
            Stop stop = Objects.requireNonNull(stopped.get(sequence));
            Unfoldable failure = one.position() == stop.position() ? stop.failure() : null;
            all.add(letter(one, sequence, failure));
            sequences.add(sequence);
            if (failure != null) {
                LOG.error("{} stands still in {} from position {} on", sequence, group.name(), one.position(), failure);
            }
        }
        letters.setAside(all);
        aside(segment).addAll(sequences);
    }

    private DeadLetter letter(Delivered one, String sequence, @Nullable Unfoldable failure) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) one.message();
        return new DeadLetter(
                group.name(),
                sequence,
                one.position(),
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                typeOf(one),
                event.getTimestamp(),
                failure == null ? 0 : 1,
                failure == null ? null : DeadLetter.reasonOf(failure));
    }

    private String typeOf(Delivered one) {
        return isUnknown(one)
                ? stored(one.position()).type()
                : one.message().getPayloadType().getSimpleName();
    }

    private static boolean isUnknown(Delivered one) {
        return one.message().getPayloadType().equals(UnknownSerializedType.class);
    }
}
