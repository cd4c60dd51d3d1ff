package dev.creatorledger.command.policy;

import dev.creatorledger.events.calendar.CalendarId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set a version of a country's calendar (P5, V1).
 *
 * @param calendarId the country
 * @param validFrom from when it is used; null if it is used from a day on
 * @param validFromDay from which day on, Tehran's, it is used; null if it is used from an instant on
 * @param weekend the days of every week that are no business days
 * @param holidays the dates that are none
 */
record SetCalendar(
        @TargetAggregateIdentifier CalendarId calendarId,
        @Nullable Instant validFrom,
        @Nullable LocalDate validFromDay,
        Set<DayOfWeek> weekend,
        Set<LocalDate> holidays) {}
