package dev.creatorledger.command.idempotency;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredEvents.Filter;
import dev.creatorledger.platform.web.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a command that was left running had stored its events: a decision that others may have turned back in
 * between is not taken a second time.
 */
final class EarlierEffects {

    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int PAGE = 100;

    private final StoredEvents events;

    EarlierEffects(StoredEvents events) {
        this.events = events;
    }

    /**
     * The answer that stands for what was stored, if anything was.
     *
     * @param subject the id in the path, by which the events' stream is found
     * @param actor who sent the command
     * @param key the key, as the events name it
     * @param since when the command was begun at first
     */
    Optional<CommandAnswer> of(String subject, String actor, String key, Instant since) {
        Filter filter = new Filter(subject, null, actor, since.minus(SKEW), null);
        StoredEvent last = null;
        long after = 0;
        for (List<StoredEvent> page = events.page(filter, after, PAGE);
                !page.isEmpty();
                page = events.page(filter, after, PAGE)) {
            for (StoredEvent event : page) {
                last = isOf(key, event) ? event : last;
            }
            after = page.get(page.size() - 1).position();
        }
        return Optional.ofNullable(last)
                .map(event -> new CommandAnswer(subject, event.aggregateSequence(), Long.toString(event.position())));
    }

    private static boolean isOf(String key, StoredEvent event) {
        return EventJson.mapper()
                .readTree(event.metadata())
                .path(CallContext.IDEMPOTENCY_ID)
                .asString("")
                .equals(key);
    }
}
