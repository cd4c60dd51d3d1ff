package dev.creatorledger.query.chain;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.CommandOutcome;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.view.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes checkpoints, and shows those that were made (U3). */
@RestController
public final class CheckpointQueries {

    private final Reading reading;
    private final StoredEvents events;
    private final ChainKeeper keeper;

    /** Answers by the keeper of the chain. */
    public CheckpointQueries(Reading reading, StoredEvents events, ChainKeeper keeper) {
        this.reading = reading;
        this.events = events;
        this.keeper = keeper;
    }

    /** The checkpoints, newest first (U3). */
    @GetMapping("/v1/audit/checkpoints")
    public ResponseEntity<Page<Checkpoint>> checkpoints(PageRequest page, AtLeast atLeast) {
        long before = page.after() == null ? Long.MAX_VALUE : page.afterNumber();
        return reading.from(
                atLeast,
                events.head(),
                () -> Page.of(keeper.before(before, page.limit() + 1), page, one -> Long.toString(one.sequence())));
    }

    /**
     * The checkpoint of a position.
     *
     * @throws Refusal NOT_FOUND if there is none
     */
    public Checkpoint one(long sequence) {
        return keeper.before(sequence + 1, 1).stream()
                .filter(found -> found.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no checkpoint of " + sequence));
    }

    @PostMapping("/v1/audit/checkpoints")
    ResponseEntity<CheckpointAnswer> make(HttpServletRequest request) {
        ChainKeeper.Made made = keeper.sign();
        CheckpointAnswer answer = CheckpointAnswer.of(made.checkpoint());
        CommandOutcome.of(request).storedAt(answer.position());
        return ResponseEntity.status(made.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    /**
     * A checkpoint as a command answers: its sequence is its id and its position, and it has one version for ever.
     *
     * @param id the sequence
     * @param position the sequence
     */
    record CheckpointAnswer(
            String id,
            int version,
            String position,
            long sequence,
            String hash,
            long count,
            Instant at,
            String keyId,
            String algorithm,
            String signature) {

        static CheckpointAnswer of(Checkpoint made) {
            String sequence = Long.toString(made.sequence());
            return new CheckpointAnswer(
                    sequence,
                    made.version(),
                    sequence,
                    made.sequence(),
                    made.hash(),
                    made.count(),
                    made.at(),
                    made.keyId(),
                    made.algorithm(),
                    made.signature());
        }
    }
}
