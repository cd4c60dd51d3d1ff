package dev.creatorledger.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.creatorledger.command.config.Weighted;
import dev.creatorledger.command.policy.PolicyRules.ACalendarLeavesBusinessDays;
import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarEvent.CalendarSet;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.platform.policy.Calendars;
import dev.creatorledger.platform.policy.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The versions of a country's calendar (P5, V1). */
@AggregateRoot
class CalendarVersions implements Weighted {

    private Versions<BusinessCalendar> versions = Versions.none();

    @AggregateIdentifier
    private @Nullable CalendarId id;

    CalendarVersions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetCalendar command, Clock clock) {
        Versions<BusinessCalendar> known = id == null ? Calendars.builtIn(command.calendarId()) : versions;
        Setting setting = setting(command, clock.instant());
        Optional<BusinessCalendar> next = setting.next(
                known,
                PolicyRules.MOST_CALENDARS,
                number -> new BusinessCalendar(
                        command.calendarId().value(), number, command.weekend(), command.holidays()));
        next.ifPresent(calendar -> {
            new ACalendarLeavesBusinessDays(calendar).check();
            apply(new CalendarSet(command.calendarId(), setting.from(), calendar));
        });
    }

    private static Setting setting(SetCalendar command, Instant now) {
        return command.validFrom() != null
                ? Setting.at(command.validFrom(), now)
                : Setting.onDay(Objects.requireNonNull(command.validFromDay()), now);
    }

    @Override
    public int weight() {
        return versions.all().stream()
                .mapToInt(version -> version.figures().holidays().size())
                .sum();
    }

    @EventSourcingHandler
    void evolve(CalendarSet event) {
        if (id == null) {
            id = event.calendarId();
            versions = Calendars.builtIn(event.calendarId());
        }
        versions = versions.with(event.calendar().version(), event.validFrom(), event.calendar());
    }
}
