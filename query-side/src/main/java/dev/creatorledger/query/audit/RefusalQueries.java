package dev.creatorledger.query.audit;

import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was refused to whom, newest first, by the event store's index of types (U1). */
@RestController
public final class RefusalQueries {

    private final Reading reading;
    private final StoredEvents events;

    /** Answers from the event store. */
    public RefusalQueries(Reading reading, StoredEvents events) {
        this.reading = reading;
        this.events = events;
    }

    @GetMapping("/v1/audit/refusals")
    ResponseEntity<Page<RefusalJson>> refusals(PageRequest page, AtLeast atLeast) {
        long before = page.after() == null ? Long.MAX_VALUE : page.afterNumber();
        return reading.from(atLeast, events.head(), () -> page(before, page));
    }

    private Page<RefusalJson> page(long before, PageRequest page) {
        List<RefusalJson> found = events.newest(CommandRefused.class.getSimpleName(), before, page.limit() + 1).stream()
                .map(RefusalJson::of)
                .toList();
        return Page.of(found, page, refusal -> Long.toString(refusal.position()));
    }
}
