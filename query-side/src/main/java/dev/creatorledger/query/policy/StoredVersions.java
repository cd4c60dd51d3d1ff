package dev.creatorledger.query.policy;

import dev.creatorledger.events.StreamId;
import dev.creatorledger.platform.policy.Versions;
import dev.creatorledger.platform.policy.Versions.Version;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredEvents.Filter;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The versions of one policy or calendar as its stream tells them, with who set each of them and why.
 *
 * @param <P> what has versions
 */
final class StoredVersions<P> {

    private static final int PAGE = 100;

    private final Map<Integer, SetBy> setBy = new HashMap<>();
    private Versions<P> versions;

    private StoredVersions(Versions<P> builtIn) {
        versions = builtIn;
    }

    /** Who set a version, when, and why; nothing is known of a version that the service brings along. */
    record SetBy(@Nullable Instant at, @Nullable String actor, @Nullable String reason) {

        private static final SetBy NOBODY = new SetBy(null, null, null);
    }

    /**
     * Reads the stream.
     *
     * @param builtIn what there is before anybody sets a version
     * @param type its events
     * @param told what an event makes of the versions so far
     */
    static <P, E> StoredVersions<P> read(
            StoredEvents events,
            StreamId stream,
            Versions<P> builtIn,
            Class<E> type,
            BiFunction<Versions<P>, E, Versions<P>> told) {
        StoredVersions<P> read = new StoredVersions<>(builtIn);
        Filter filter = new Filter(stream.toString(), null, null, null, null);
        long after = 0;
        List<StoredEvent> page;
        do {
            page = events.page(filter, after, PAGE);
            for (StoredEvent event : page) {
                E set = type.cast(EventJson.read(event));
                read.note(event);
                read.versions = told.apply(read.versions, set);
                after = event.position();
            }
        } while (page.size() == PAGE);
        return read;
    }

    private void note(StoredEvent event) {
        JsonNode metadata = EventJson.mapper().readTree(event.metadata());
        setBy.put(
                versions.next(),
                new SetBy(
                        event.recordedAt(),
                        metadata.path(CallContext.ACTOR).stringValue(null),
                        metadata.path(CallContext.REASON).stringValue(null)));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return versions.all().isEmpty();
    }

    /** The number of the version in force at an instant; null if the first begins later. */
    @Nullable
    Integer inForce(Instant at) {
        Version<P> found = versions.find(at);
        return found == null ? null : (Integer) found.number();
    }

    /** Each version as callers read it, the one that was set last first. */
    <J> List<J> newestFirst(BiFunction<Version<P>, SetBy, J> shown) {
        List<Version<P>> all = new ArrayList<>(versions.all());
        all.sort(Comparator.<Version<P>>comparingInt(Version::number).reversed());
        return all.stream()
                .map(version -> shown.apply(version, setBy.getOrDefault(version.number(), SetBy.NOBODY)))
                .toList();
    }
}
