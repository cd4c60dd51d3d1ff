package dev.creatorledger.platform.store;

import java.util.Collection;
import java.util.Map;

/** Asks the event store how far streams have come, for many at once. */
public interface StreamHeads {

    /** The last sequence of each stream that exists, by the stream's name; streams that do not exist are left out. */
    Map<String, Long> lastSequences(Collection<String> streams);
}
