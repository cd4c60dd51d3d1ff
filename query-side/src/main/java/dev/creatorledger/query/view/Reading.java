package dev.creatorledger.query.view;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** Answers queries from views that have come far enough, and names the position each answer was read at. */
public final class Reading {

    private final ViewPositions positions;
    private final Duration patience;

    /**
     * Reads from the views of this node.
     *
     * @param patience how long a query waits for its view
     */
    public Reading(ViewPositions positions, Duration patience) {
        this.positions = positions;
        this.patience = patience;
    }

    /**
     * Answers from views.
     *
     * @param atLeast the position that every one of them must have reached
     * @param views what the answer is read from
     * @throws Refusal VIEW_BEHIND if one of them does not reach it in time
     */
    public <T> ResponseEntity<T> from(AtLeast atLeast, List<String> views, Supplier<T> answer) {
        long position = Long.MAX_VALUE;
        for (String view : views) {
            waitFor(view, atLeast.position());
            position = Math.min(position, positions.of(view));
        }
        // Noted before reading: what is read may be newer, never older.
        return answer(position, answer.get());
    }

    /** Answers from the event store itself, which is complete up to a position. */
    public <T> ResponseEntity<T> from(AtLeast atLeast, long head, Supplier<T> answer) {
        if (head < atLeast.position()) {
            throw behind(atLeast.position());
        }
        return answer(head, answer.get());
    }

    /**
     * What was read of several documents.
     *
     * @param position the position that it is of
     * @param newest the newest position seen: beyond the first where a batch was being written meanwhile
     * @param body the answer, by the position that it names
     */
    public record Cut<T>(long position, long newest, LongFunction<T> body) {

        boolean isTorn() {
            return newest > position;
        }
    }

    /**
     * Answers from many documents of one view as of one position: read again while a batch is being written.
     *
     * @throws Refusal VIEW_BEHIND if the view does not come to the position, or not to rest, in time
     */
    public <T> ResponseEntity<T> asOfOnePosition(AtLeast atLeast, String view, Supplier<Cut<T>> read) {
        long until = System.nanoTime() + patience.toNanos();
        waitFor(view, atLeast.position());
        long reached = positions.of(view);
        Cut<T> cut = read.get();
        while (cut.isTorn()) {
            if (System.nanoTime() - until > 0) {
                throw behind(cut.newest());
            }
            waitFor(view, cut.newest());
            reached = positions.of(view);
            cut = read.get();
        }
        // Whole and older than what the view had reached: nothing has happened in between.
        long position = Math.max(0, Math.max(reached, cut.position()));
        return answer(position, cut.body().apply(position));
    }

    private static <T> ResponseEntity<T> answer(long position, T body) {
        return ResponseEntity.ok()
                .header(AtLeast.POSITION_HEADER, Long.toString(Math.max(0, position)))
                .body(body);
    }

    private void waitFor(String view, long atLeast) {
        // Without a wish (0) nobody waits, not even for a view that has seen nothing yet.
        if (atLeast == 0) {
            return;
        }
        try {
            if (!positions.await(view, atLeast, patience)) {
                throw behind(atLeast);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorCode.UNAVAILABLE, "The service is about to stop");
        }
    }

    private static Refusal behind(long atLeast) {
        return new Refusal(ErrorCode.VIEW_BEHIND, "Position " + atLeast + " is not reached yet; ask again");
    }
}
