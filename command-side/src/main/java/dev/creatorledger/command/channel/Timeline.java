package dev.creatorledger.command.channel;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A value that changes at instants: a pure value itself, with one entry per change.
 *
 * @param changes the value from each instant on, until the next; begins at the beginning of time
 */
record Timeline<T>(NavigableMap<Instant, T> changes) {

    Timeline {
        changes = Collections.unmodifiableNavigableMap(new TreeMap<>(changes));
    }

    /** The same value at all times. */
    static <T> Timeline<T> always(T value) {
        return new Timeline<>(new TreeMap<>(Map.of(Instant.MIN, value)));
    }

    /** Another value from an instant on, whatever was planned for later. */
    Timeline<T> from(Instant instant, T value) {
        NavigableMap<Instant, T> changed = new TreeMap<>(changes.headMap(instant, false));
        if (changed.isEmpty() || !changed.lastEntry().getValue().equals(value)) {
            changed.put(instant, value);
        }
        return new Timeline<>(changed);
    }

    /** The value at an instant. */
    T at(Instant instant) {
        return changes.floorEntry(instant).getValue();
    }

    /** The value that stays if nothing changes any more. */
    T last() {
        return changes.lastEntry().getValue();
    }
}
