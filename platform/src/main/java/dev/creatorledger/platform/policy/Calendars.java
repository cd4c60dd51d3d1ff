package dev.creatorledger.platform.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.platform.calendar.IranianCalendar;

/** The calendars that the service brings along, as their first versions. */
public final class Calendars {

    private static final Versions<BusinessCalendar> IRAN = Versions.beginningWith(IranianCalendar.builtIn());

    private Calendars() {}

    /** What there is of a country's calendar before anybody sets one: Iran's, and no other. */
    public static Versions<BusinessCalendar> builtIn(CalendarId calendarId) {
        return calendarId.equals(CalendarId.IRAN) ? IRAN : Versions.none();
    }
}
