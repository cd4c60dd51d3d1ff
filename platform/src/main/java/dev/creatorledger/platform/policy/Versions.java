package dev.creatorledger.platform.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one policy or calendar, each in force from its time until one with a later time is; of two with the
 * same time, the one that was set last (V1). A value: a further version makes a new one.
 *
 * @param <P> what has versions
 */
public final class Versions<P> {

    private static final Versions<?> NONE = new Versions<>(List.of());

    private final List<Version<P>> inOrder;

    private Versions(List<Version<P>> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    /**
     * One version.
     *
     * @param number from 1, in the order in which versions were set
     * @param from from when it is in force
     * @param figures what it says
     */
    public record Version<P>(int number, Instant from, P figures) {

        /** Whether it was brought along, and set by nobody. */
        public boolean isBuiltIn() {
            return from.equals(Instant.MIN);
        }
    }

    /** No version at all. */
    @SuppressWarnings("unchecked") // it holds nothing of any type
    public static <P> Versions<P> none() {
        return (Versions<P>) NONE;
    }

    /** Version 1 alone, in force from the beginning of time. */
    public static <P> Versions<P> beginningWith(P builtIn) {
        return new Versions<>(List.of(new Version<>(1, Instant.MIN, builtIn)));
    }

    /** These and one more; the same, if there is one of this number already. */
    public Versions<P> with(int number, Instant from, P figures) {
        if (inOrder.stream().anyMatch(known -> known.number() == number)) {
            return this;
        }
        List<Version<P>> more = new ArrayList<>(inOrder);
        more.add(new Version<>(number, from, figures));
        more.sort(Comparator.<Version<P>, Instant>comparing(Version::from).thenComparing(Version::number));
        return new Versions<>(more);
    }

    /** The version in force at an instant; null if the first begins later. Allocates nothing. */
    public @Nullable Version<P> find(Instant at) {
        int low = 0;
        int high = inOrder.size() - 1;
        Version<P> found = null;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Version<P> version = inOrder.get(middle);
            if (version.from().isAfter(at)) {
                high = middle - 1;
            } else {
                found = version;
                low = middle + 1;
            }
        }
        return found;
    }

    /**
     * What is in force at an instant.
     *
     * @throws IllegalStateException if nothing is: never, where a version was brought along
     */
    public P at(Instant at) {
        Version<P> found = find(at);
        if (found == null) {
            throw new IllegalStateException("no version is in force at " + at);
        }
        return found.figures();
    }

    /** The version of a number; null if there is none. */
    public @Nullable Version<P> numbered(int number) {
        return inOrder.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElse(null);
    }

    /** The number of the version that is set next. */
    public int next() {
        return inOrder.size() + 1;
    }

    /** All of them, in the order in which they come into force. */
    public List<Version<P>> all() {
        return inOrder;
    }
}
