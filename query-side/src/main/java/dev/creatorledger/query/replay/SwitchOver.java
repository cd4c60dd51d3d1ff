package dev.creatorledger.query.replay;

import dev.creatorledger.query.replay.ReplayJson.SwitchOverJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of putting a rebuilt view in the place of the live one. */
final class SwitchOver {

    private final String actor;
    private final String reason;
    private final Instant startedAt;

    private State state = State.RUNNING;
    private @Nullable String position;
    private @Nullable String failure;
    private @Nullable Instant endedAt;

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** One that somebody has asked for. */
    SwitchOver(String actor, String reason, Instant startedAt) {
        this.actor = actor;
        this.reason = reason;
        this.startedAt = startedAt;
    }

    synchronized State state() {
        return state;
    }

    /** The rebuilt documents, of a position, are the live ones. */
    synchronized void done(long at, Instant now) {
        position = Long.toString(at);
        state = State.DONE;
        endedAt = now;
    }

    /** The live documents are still in place, or some of them. */
    synchronized void failed(String why, Instant now) {
        failure = why;
        state = State.FAILED;
        endedAt = now;
    }

    synchronized SwitchOverJson json() {
        return new SwitchOverJson(state, position, actor, reason, failure, startedAt, endedAt);
    }
}
