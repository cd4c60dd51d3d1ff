package dev.creatorledger.events.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.creatorledger.events.StreamId;

/** The identity of a calendar: the ISO 3166 code of its country (P5, V1). */
public record CalendarId(@JsonValue String value) implements StreamId {

    /** The kind of stream, before the colon of its name. */
    public static final String PREFIX = "calendar:";

    /** The one that settlement deadlines are counted by (P5). */
    public static final CalendarId IRAN = new CalendarId("IR");

    /**
     * Checks the shape, nothing else.
     *
     * @throws dev.creatorledger.events.MalformedIdException if the shape is wrong
     */
    @JsonCreator
    public CalendarId {
        StreamId.checked("country", value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}
