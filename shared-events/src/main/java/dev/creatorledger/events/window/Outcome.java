package dev.creatorledger.events.window;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of an impression, in the order in which the cases are tried; exactly one applies (A6). */
public enum Outcome {
    /** Not an impression: a field is missing, of the wrong type or out of range. */
    INVALID("invalid"),
    /** Shown more than 5 minutes ahead of the clock. */
    IN_FUTURE("in_future"),
    /** Of a video that is not registered. */
    UNKNOWN_VIDEO("unknown_video"),
    /** Of an hour in which the credited channel is not enrolled. */
    NOT_ENROLLED("not_enrolled"),
    /** Later than its window can take it. */
    TOO_LATE("too_late"),
    /** Booked before, all fields equal. */
    DUPLICATE("duplicate"),
    /** Booked before, with another field. */
    CONFLICT("conflict"),
    /** Watched too briefly; remembered, earns nothing. */
    NOT_QUALIFIED("not_qualified"),
    /** Booked, and earns. */
    QUALIFIED("qualified");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** The outcome as callers read it. */
    @JsonValue
    public String text() {
        return text;
    }

    /** Whether a window remembers impressions with this outcome (A6). */
    public boolean remembered() {
        return this == QUALIFIED || this == NOT_QUALIFIED;
    }
}
