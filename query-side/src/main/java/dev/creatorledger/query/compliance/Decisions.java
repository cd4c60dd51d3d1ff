package dev.creatorledger.query.compliance;

import dev.creatorledger.platform.store.StoredDecisions;
import dev.creatorledger.platform.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds decisions from their events: one may have stored several, on several aggregates, and is one all the same. Its
 * events follow each other, for they are of one commit; of a command that is carried out in many, only those that do.
 */
public final class Decisions {

    /** How many events are read at once. */
    private static final int CHUNK = 500;

    private final StoredDecisions events;

    /** Finds them in the event store. */
    public Decisions(StoredDecisions events) {
        this.events = events;
    }

    /** The newest decisions before a position, newest first, at most {@code limit}. */
    List<DecisionJson> newest(@Nullable String actor, long before, int limit) {
        List<DecisionJson> found = new ArrayList<>();
        long at = before;
        while (true) {
            List<StoredEvent> chunk = events.newest(actor, at, CHUNK);
            for (StoredEvent event : chunk) {
                DecisionJson decision = DecisionJson.of(event);
                int last = found.size() - 1;
                if (last >= 0 && decision.isOf(found.get(last))) {
                    found.set(last, decision); // an earlier event of the same
                } else if (found.size() == limit) {
                    return found;
                } else {
                    found.add(decision);
                }
            }
            if (chunk.size() < CHUNK) {
                return found;
            }
            at = chunk.get(CHUNK - 1).position();
        }
    }
}
