package dev.creatorledger.events.calendar;

import dev.creatorledger.events.LedgerEvent;
import java.time.Instant;

/** What can happen to a country's calendar: a further version of it is set, whole, to be used from an instant on. */
public sealed interface CalendarEvent extends LedgerEvent {

    /** The calendar it happened to. */
    CalendarId calendarId();

    /**
     * A version of a calendar (V1).
     *
     * @param validFrom from when decisions use it, until they use one with a later time
     */
    record CalendarSet(CalendarId calendarId, Instant validFrom, BusinessCalendar calendar) implements CalendarEvent {}
}
