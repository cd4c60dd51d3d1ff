package dev.creatorledger.query.deadletter;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.DeadLetter;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.Retried;
import dev.creatorledger.query.view.Views;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters of the views over HTTP. */
@RestController
public final class DeadLetterRoutes {

    private final Views views;
    private final Reading reading;
    private final StoredEvents events;

    /** Answers from what the views have set aside. */
    public DeadLetterRoutes(Views views, Reading reading, StoredEvents events) {
        this.views = views;
        this.reading = reading;
        this.events = events;
    }

    /** What is set aside, newest first. */
    @GetMapping("/v1/admin/dead-letters")
    public ResponseEntity<Page<DeadLetterJson>> letters(PageRequest page, AtLeast atLeast) {
        return reading.from(atLeast, events.head(), () -> {
            List<DeadLetter> found = views.deadLetters().newest(page.after(), page.limit() + 1);
            return Page.of(found.stream().map(DeadLetterJson::of).toList(), page, DeadLetterJson::id);
        });
    }

    /** Folds the letter's whole sequence, from its first event on: none of it can overtake another. */
    @PostMapping("/v1/admin/dead-letters/{letterId}:retry")
    public ResponseEntity<RetriedJson> retry(@PathVariable String letterId) {
        DeadLetter letter = views.deadLetters().find(letterId);
        if (letter == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no dead letter " + letterId + ", or not any more");
        }
        Retried retried = views.retry(letter);
        return ResponseEntity.ok(new RetriedJson(
                letter.id(),
                0,
                Long.toString(letter.position()),
                letter.group(),
                letter.sequence(),
                retried.folded(),
                retried.reason()));
    }
}
