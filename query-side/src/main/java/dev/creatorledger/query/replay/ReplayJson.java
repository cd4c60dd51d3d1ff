package dev.creatorledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay as callers read it.
 *
 * @param id its id, as commands answer it
 * @param version always 0: a replay has no stream
 * @param position the newest event when it was asked for; the verdict covers it
 * @param replayId its id
 * @param view the view
 * @param state RUNNING until there is a verdict
 * @param percent how much of the events up to {@code position} is folded
 * @param reached up to where they are folded
 * @param events how many events of the view were folded
 * @param eventsPerSecond how many of them per second, reading included
 * @param documents how many documents were compared
 * @param differences how many of them differ
 * @param firstDifference the first of them that was found
 * @param failure why there is no verdict
 * @param startedAt when it was asked for
 * @param endedAt when it was over
 * @param switchOver what became of putting the rebuilt view in the place of the live one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayJson(
        String id,
        long version,
        String position,
        String replayId,
        String view,
        ReplayState state,
        long percent,
        String reached,
        long events,
        long eventsPerSecond,
        long documents,
        long differences,
        @Nullable Difference firstDifference,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable SwitchOverJson switchOver) {

    /** As percent. */
    static final long ALL = 100;

    /**
     * A switch-over as callers read it.
     *
     * @param state whether it is done
     * @param position the position of the documents that took the place
     * @param actor who asked for it
     * @param reason why
     * @param failure why the live documents are still in place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SwitchOverJson(
            SwitchOver.State state,
            @Nullable String position,
            String actor,
            String reason,
            @Nullable String failure,
            Instant startedAt,
            @Nullable Instant endedAt) {}
}
