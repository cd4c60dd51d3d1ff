package dev.creatorledger.query.replay;

import dev.creatorledger.query.view.Shadow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one replay; told by the thread that works on it, and asked by any. */
final class Replay {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final String id;
    private final String view;
    private final long head;
    private final Instant startedAt;

    private ReplayState state = ReplayState.RUNNING;
    private @Nullable Shadow shadow;
    private long foldingBegan;
    private long foldingNanos;
    private Progress progress = new Progress(0, 0);
    private long documents;
    private long differences;
    private @Nullable Difference first;
    private @Nullable String failure;
    private @Nullable Instant endedAt;
    private @Nullable SwitchOver switchOver;

    /** How far events are folded. */
    private record Progress(long position, long events) {}

    /**
     * A replay that waits for its turn.
     *
     * @param head the newest event when it was asked for: what it has to reach at least
     */
    Replay(String id, String view, long head, Instant startedAt) {
        this.id = id;
        this.view = view;
        this.head = head;
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    String view() {
        return view;
    }

    synchronized ReplayState state() {
        return state;
    }

    /** Its turn has come. */
    synchronized void folding(Shadow documentsOfIt) {
        shadow = documentsOfIt;
        foldingBegan = System.nanoTime();
    }

    /** The events are folded; what follows is reading documents. */
    synchronized void folded() {
        foldingNanos = System.nanoTime() - foldingBegan;
    }

    /** Documents were compared. */
    synchronized void compared(long more) {
        documents += more;
    }

    /** A document differs. */
    synchronized void differs(Difference difference) {
        first = first == null ? difference : first;
        differences++;
    }

    /** It is over. */
    synchronized void ended(Instant now) {
        end(differences == 0 ? ReplayState.EQUAL : ReplayState.DIFFERENT, now);
    }

    /** There is no verdict. */
    synchronized void failed(String why, Instant now) {
        failure = why;
        end(ReplayState.FAILED, now);
    }

    private void end(ReplayState verdict, Instant now) {
        progress = progress();
        if (shadow != null && foldingNanos == 0) {
            folded(); // it failed amid the events
        }
        shadow = null; // its documents are not needed any more
        state = verdict;
        endedAt = now;
    }

    private Progress progress() {
        return shadow == null ? progress : new Progress(Math.max(0, shadow.position()), shadow.folded());
    }

    /** The switch-over of its view, if it was asked for. */
    synchronized @Nullable SwitchOver switchOver() {
        return switchOver;
    }

    synchronized void switching(SwitchOver to) {
        switchOver = to;
    }

    synchronized ReplayJson json() {
        Progress now = progress();
        long nanos = foldingNanos > 0 ? foldingNanos : shadow == null ? 0 : System.nanoTime() - foldingBegan;
        long percent = state == ReplayState.EQUAL || state == ReplayState.DIFFERENT
                ? ReplayJson.ALL
                : Math.min(ReplayJson.ALL, now.position() * ReplayJson.ALL / Math.max(1, head));
        return new ReplayJson(
                id,
                0,
                Long.toString(head),
                id,
                view,
                state,
                percent,
                Long.toString(now.position()),
                now.events(),
                nanos <= 0 ? 0 : (long) ((double) now.events() * NANOS_PER_SECOND / nanos),
                documents,
                differences,
                first,
                failure,
                startedAt,
                endedAt,
                switchOver == null ? null : switchOver.json());
    }
}
