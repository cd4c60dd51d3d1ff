package dev.creatorledger.command.policy;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Versions of business calendars over HTTP; each needs a reason (P5, V1, U1). */
@RestController
class CalendarRoutes {

    /** More than there are in eighty years. */
    private static final int MOST_HOLIDAYS = 2_000;

    private static final int WEEK = DayOfWeek.values().length;
    private static final int DATE_LENGTH = "2026-01-31".length();

    private final Commands commands;

    CalendarRoutes(Commands commands) {
        this.commands = commands;
    }

    /** Sets a version, whole. */
    @PutMapping("/v1/calendars/{country}")
    ResponseEntity<CommandAnswer> set(
            @PathVariable String country, @RequestBody CalendarBody body, CallContext context) {
        Fields fields = new Fields();
        CalendarId id = new CalendarId(fields.country("country", country).isEmpty() ? "-" : country);
        SetCalendar command = body.command(id, fields);
        fields.check();
        return CommandAnswer.respond(commands.execute(command, id, context.requireReason()));
    }

    record CalendarBody(@Nullable String validFrom, @Nullable List<String> weekend, @Nullable List<String> holidays) {

        SetCalendar command(CalendarId id, Fields fields) {
            boolean wholeDay = validFrom != null && validFrom.length() == DATE_LENGTH;
            Instant from = wholeDay ? null : fields.instant("validFrom", validFrom);
            LocalDate fromDay = wholeDay ? fields.date("validFrom", validFrom) : null;
            return new SetCalendar(id, from, fromDay, weekend(fields), holidays(fields));
        }

        private Set<DayOfWeek> weekend(Fields fields) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            if (weekend == null || weekend.size() > WEEK) {
                fields.refuse("weekend", "a list of days such as FRIDAY");
                return days;
            }
            for (int i = 0; i < weekend.size(); i++) {
                days.add(fields.oneOf("weekend[" + i + "]", weekend.get(i), DayOfWeek.class));
            }
            if (days.size() == WEEK) {
                fields.refuse("weekend", "fewer than seven days");
            }
            return days;
        }

        private Set<LocalDate> holidays(Fields fields) {
            Set<LocalDate> dates = new HashSet<>();
            if (holidays == null || holidays.size() > MOST_HOLIDAYS) {
                fields.refuse("holidays", "a list of at most " + MOST_HOLIDAYS + " days such as 2026-01-31");
                return dates;
            }
            for (int i = 0; i < holidays.size(); i++) {
                dates.add(fields.date("holidays[" + i + "]", holidays.get(i)));
            }
            return dates;
        }
    }
}
