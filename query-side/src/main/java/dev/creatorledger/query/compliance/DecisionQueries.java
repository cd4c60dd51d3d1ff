package dev.creatorledger.query.compliance;

import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who decided what, and why: every command that was given a reason and changed something (U1, U6). */
@RestController
public final class DecisionQueries {

    private static final int MAX_TEXT = 255;

    private final Reading reading;
    private final StoredEvents events;
    private final Decisions decisions;

    /** Answers from the event store. */
    public DecisionQueries(Reading reading, StoredEvents events, Decisions decisions) {
        this.reading = reading;
        this.events = events;
        this.decisions = decisions;
    }

    /** The decisions, newest first, of everybody or of one actor (U1, U6). */
    @GetMapping("/v1/compliance/decisions")
    public ResponseEntity<Page<DecisionJson>> decisions(
            @RequestParam(required = false) @Nullable String actor, PageRequest page, AtLeast atLeast) {
        Fields fields = new Fields();
        String by = fields.optionalText("actor", actor, MAX_TEXT);
        fields.check();
        long before = page.after() == null ? Long.MAX_VALUE : page.afterNumber();
        return reading.from(
                atLeast,
                events.head(),
                () -> Page.of(
                        decisions.newest(by, before, page.limit() + 1),
                        page,
                        decision -> Long.toString(decision.position())));
    }
}
