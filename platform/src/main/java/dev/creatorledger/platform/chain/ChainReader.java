package dev.creatorledger.platform.chain;

import dev.creatorledger.platform.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** Reads events in their order, page by page, each with the hash that it was linked with. */
public final class ChainReader {

    /** How many events are a good page. */
    static final int PAGE = 2_000;

    private final EventChain chain;
    private final EventHash hash = new EventHash();
    private long after;
    private byte[] previous;

    ChainReader(EventChain chain, long after) {
        this.chain = chain;
        // Where that event is not linked, hashes are computed from the last one that is.
        this.after = Math.min(after, chain.linked());
        this.previous = chain.hashAt(this.after).orElseThrow();
        while (this.after < after) {
            upTo(Math.min(after, this.after + PAGE));
        }
    }

    /** The events up to a position that have not been read yet; fewer than there are positions if some are missing. */
    public List<ChainedEvent> upTo(long position) {
        List<StoredEvent> stored = new ArrayList<>();
        chain.read(after, position, stored::add);
        NavigableMap<Long, Link> links = chain.covering(after + 1, position);
        List<ChainedEvent> page = new ArrayList<>(stored.size());
        for (StoredEvent event : stored) {
            byte[] before = EventChain.hashIn(links, event.position() - 1);
            byte[] behind = before == null ? previous : before;
            byte[] linked = EventChain.hashIn(links, event.position());
            previous = linked == null ? hash.of(event, behind) : linked;
            page.add(new ChainedEvent(event, behind, previous));
        }
        after = position;
        return page;
    }
}
