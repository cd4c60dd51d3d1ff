package dev.creatorledger.platform.chain;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain over all events in their global order, stored beside them and only ever continued (U3). Any node may
 * link: none links what another one has linked.
 */
public final class EventChain {

    private final ChainLinks links;
    private final StoredEvents events;
    private final Clock clock;

    /** The chain of a store on PostgreSQL, with its links beside the events. */
    public EventChain(DataSource dataSource, StoredEvents events, Clock clock) {
        this(new JdbcChainLinks(dataSource), events, clock);
    }

    /** The chain of any store, with its links in MongoDB. */
    public EventChain(MongoDatabase database, StoredEvents events, Clock clock) {
        this(new MongoChainLinks(database), events, clock);
    }

    private EventChain(ChainLinks links, StoredEvents events, Clock clock) {
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** The position up to which events are linked; 0 if none is. */
    public long linked() {
        return links.newest().map(Link::last).orElse(0L);
    }

    /**
     * Links what follows, durably, at most so many events.
     *
     * @return the position up to which events are linked now
     * @throws ChainBroken if the store is shorter than what was linked, or lacks an event
     */
    public long extend(int most) {
        links.extend(newest -> next(newest, most), micros(clock.instant()));
        return linked();
    }

    private List<Link> next(Optional<Link> newest, int most) {
        long linked = newest.map(Link::last).orElse(0L);
        long head = events.head();
        if (head < linked) {
            throw new ChainBroken("The store ends at " + head + ", and events were linked up to " + linked);
        }
        if (head == linked) {
            return List.of();
        }
        byte[] previous = newest.map(link -> link.hashAt(linked)).orElseGet(EventHash::ofNothing);
        return stretches(linked, Math.min(head, linked + most), previous);
    }

    private List<Link> stretches(long after, long upTo, byte[] before) {
        Stretches stretches = new Stretches(after, before);
        events.read(after, upTo, stretches::add);
        return stretches.upTo(upTo);
    }

    /** Gathers the hashes of events in a row. */
    private static final class Stretches {

        private final EventHash hash = new EventHash();
        private final List<Link> done = new ArrayList<>();
        private final ByteArrayOutputStream open = new ByteArrayOutputStream(Link.LONGEST * EventHash.LENGTH);
        private byte[] previous;
        private long last;

        Stretches(long after, byte[] before) {
            last = after;
            previous = before;
        }

        void add(StoredEvent event) {
            if (event.position() != last + 1) {
                throw new ChainBroken("The store has no event " + (last + 1));
            }
            last = event.position();
            previous = hash.of(event, previous);
            open.writeBytes(previous);
            if (open.size() == Link.LONGEST * EventHash.LENGTH) {
                close();
            }
        }

        private void close() {
            done.add(new Link(last, open.toByteArray()));
            open.reset();
        }

        List<Link> upTo(long end) {
            if (last != end) {
                throw new ChainBroken("The store has no event " + (last + 1));
            }
            if (open.size() > 0) {
                close();
            }
            return done;
        }
    }

    /** The hash that the event of a position was linked with: that of nothing for 0, none if it is not linked. */
    public Optional<byte[]> hashAt(long position) {
        if (position == 0) {
            return Optional.of(EventHash.ofNothing());
        }
        return links.covering(List.of(position)).stream()
                .filter(link -> link.covers(position))
                .map(link -> link.hashAt(position))
                .findFirst();
    }

    /**
     * Computes hashes anew and compares them with the linked ones, of every event with {@code after < position <=
     * upTo}.
     *
     * @throws ChainBroken if an event is not the one that was linked
     */
    public void check(long after, long upTo) {
        ChainReader reader = from(after);
        EventHash hash = new EventHash();
        long done = after;
        while (done < upTo) {
            long end = Math.min(upTo, done + ChainReader.PAGE);
            List<ChainedEvent> page = reader.upTo(end);
            if (page.size() != end - done) {
                throw new ChainBroken("Of the events " + (done + 1) + " to " + end + " some are missing");
            }
            for (ChainedEvent one : page) {
                if (!Arrays.equals(hash.of(one.event(), one.previousHash()), one.hash())) {
                    throw new ChainBroken("Event " + one.event().position() + ", "
                            + one.event().eventId() + ", is not the one that was linked");
                }
            }
            done = end;
        }
    }

    /** Reads on from after a position, event by event with its hashes. */
    public ChainReader from(long after) {
        return new ChainReader(this, after);
    }

    /** Some events with their hashes; those that are not linked yet are left out. */
    public List<ChainedEvent> chained(List<StoredEvent> some) {
        Set<Long> positions = new HashSet<>();
        for (StoredEvent event : some) {
            positions.add(event.position());
            positions.add(event.position() - 1);
        }
        NavigableMap<Long, Link> found = byLast(links.covering(positions));
        List<ChainedEvent> chained = new ArrayList<>();
        for (StoredEvent event : some) {
            byte[] hash = hashIn(found, event.position());
            byte[] previous = hashIn(found, event.position() - 1);
            if (hash != null && previous != null) {
                chained.add(new ChainedEvent(event, previous, hash));
            }
        }
        return chained;
    }

    /** The links of a range, by the position of the last event of each. */
    NavigableMap<Long, Link> covering(long first, long last) {
        return byLast(links.covering(first, last));
    }

    /** The events of a range. */
    void read(long after, long upTo, Consumer<StoredEvent> each) {
        events.read(after, upTo, each);
    }

    private static NavigableMap<Long, Link> byLast(List<Link> links) {
        NavigableMap<Long, Link> byLast = new TreeMap<>();
        links.forEach(link -> byLast.put(link.last(), link));
        return byLast;
    }

    /** A linked hash; null if none of the links covers the position. */
    static byte @Nullable [] hashIn(NavigableMap<Long, Link> links, long position) {
        if (position == 0) {
            return EventHash.ofNothing();
        }
        var found = links.ceilingEntry(position);
        return found != null && found.getValue().covers(position)
                ? found.getValue().hashAt(position)
                : null;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
