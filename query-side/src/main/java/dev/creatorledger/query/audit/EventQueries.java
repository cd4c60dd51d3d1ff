package dev.creatorledger.query.audit;

import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the events as they are stored, oldest first (U1). */
@RestController
public final class EventQueries {

    private static final int MAX_TEXT = 255;

    private final Reading reading;
    private final StoredEvents events;

    /** Answers from the event store. */
    public EventQueries(Reading reading, StoredEvents events) {
        this.reading = reading;
        this.events = events;
    }

    @GetMapping("/v1/audit/events")
    ResponseEntity<Page<EventJson>> events(
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
                fields.optionalInstant("from", from),
                fields.optionalInstant("to", to));
        fields.check();
        return reading.from(atLeast, events.head(), () -> page(filter, page));
    }

    private Page<EventJson> page(StoredEvents.Filter filter, PageRequest page) {
        List<EventJson> found = events.page(filter, page.afterNumber(), page.limit() + 1).stream()
                .map(EventJson::of)
                .toList();
        return Page.of(found, page, event -> Long.toString(event.sequence()));
    }
}
