package dev.creatorledger.query.audit;

import dev.creatorledger.platform.chain.ChainBroken;
import dev.creatorledger.platform.chain.ChainedEvent;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.chain.ChainKeeper;
import dev.creatorledger.query.view.Reading;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the events as they are stored, oldest first, each in its place of the hash chain (U1, U3). */
@RestController
public final class EventQueries {

    private static final int MAX_TEXT = 255;

    private final Reading reading;
    private final StoredEvents events;
    private final EventChain chain;
    private final ChainKeeper keeper;

    /** Answers from the event store and its chain. */
    public EventQueries(Reading reading, StoredEvents events, EventChain chain, ChainKeeper keeper) {
        this.reading = reading;
        this.events = events;
        this.chain = chain;
        this.keeper = keeper;
    }

    /** The events that match, oldest first (U1). */
    @GetMapping("/v1/audit/events")
    public ResponseEntity<Page<EventJson>> events(
            @RequestParam(required = false) @Nullable String aggregate,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            PageRequest page,
            AtLeast atLeast) {
        Fields fields = new Fields();
        StoredEvents.Filter filter = new StoredEvents.Filter(
                fields.optionalText("aggregate", aggregate, MAX_TEXT),
                fields.optionalText("type", type, MAX_TEXT),
                fields.optionalText("actor", actor, MAX_TEXT),
                fields.optionalBeginning("from", from),
                fields.optionalEnd("to", to));
        fields.check();
        return reading.from(atLeast, events.head(), () -> page(filter, page));
    }

    private Page<EventJson> page(StoredEvents.Filter filter, PageRequest page) {
        List<StoredEvent> found = events.page(filter, page.afterNumber(), page.limit() + 1);
        Map<Long, ChainedEvent> chained = chained(found);
        List<EventJson> shown = found.stream()
                .map(event -> EventJson.of(event, chained.get(event.position())))
                .toList();
        return Page.of(shown, page, event -> Long.toString(event.sequence()));
    }

    private Map<Long, ChainedEvent> chained(List<StoredEvent> found) {
        if (!found.isEmpty()) {
            try {
                keeper.follow(found.get(found.size() - 1).position());
            } catch (ChainBroken e) {
                // What was linked before is shown with its hashes all the same.
            }
        }
        return chain.chained(found).stream()
                .collect(Collectors.toMap(one -> one.event().position(), Function.identity()));
    }
}
