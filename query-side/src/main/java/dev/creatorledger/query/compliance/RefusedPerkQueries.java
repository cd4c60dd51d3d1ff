package dev.creatorledger.query.compliance;

import dev.creatorledger.events.refusal.RefusalEvent.PerkRefused;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which perks were refused, newest first, by the event store's index of types (B4, U6). */
@RestController
public final class RefusedPerkQueries {

    private final Reading reading;
    private final StoredEvents events;

    /** Answers from the event store. */
    public RefusedPerkQueries(Reading reading, StoredEvents events) {
        this.reading = reading;
        this.events = events;
    }

    /** The refused perks, newest first (B4, U6). */
    @GetMapping("/v1/compliance/refused-perks")
    public ResponseEntity<Page<RefusedPerkJson>> refused(PageRequest page, AtLeast atLeast) {
        long before = page.after() == null ? Long.MAX_VALUE : page.afterNumber();
        return reading.from(atLeast, events.head(), () -> page(before, page));
    }

    private Page<RefusedPerkJson> page(long before, PageRequest page) {
        List<RefusedPerkJson> found =
                events.newest(PerkRefused.class.getSimpleName(), before, page.limit() + 1).stream()
                        .map(RefusedPerkJson::of)
                        .toList();
        return Page.of(found, page, perk -> Long.toString(perk.position()));
    }
}
