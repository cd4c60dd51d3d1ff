package dev.creatorledger.query.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarEvent.CalendarSet;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.MembershipPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.PayoutPolicySet;
import dev.creatorledger.events.policy.PolicyName;
import dev.creatorledger.platform.policy.Calendars;
import dev.creatorledger.platform.policy.Versions;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.policy.CalendarJson.CalendarVersionJson;
import dev.creatorledger.query.view.Reading;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows policies and calendars with all their versions, from the event store (V1). */
@RestController
public final class PolicyQueries {

    private final Reading reading;
    private final StoredEvents events;
    private final Clock clock;

    /** Answers from the event store. */
    public PolicyQueries(Reading reading, StoredEvents events, Clock clock) {
        this.reading = reading;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/v1/policies/{name}")
    ResponseEntity<PolicyJson> policy(@PathVariable String name, AtLeast atLeast) {
        PolicyName policy = PolicyName.of(name)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no policy of this name."));
        return reading.from(atLeast, events.head(), () -> answer(policy));
    }

    private PolicyJson answer(PolicyName name) {
        return switch (name) {
            case AD_REVENUE -> answer(name, ads(), Values::of);
            case PAYOUTS -> answer(name, payouts(), Values::of);
            case MEMBERSHIPS -> answer(name, memberships(), Values::of);
        };
    }

    private <P> PolicyJson answer(
            PolicyName name, StoredVersions<P> versions, Function<P, Map<String, Object>> values) {
        int inForce = Objects.requireNonNull(versions.inForce(clock.instant()), "version 1 is in force for ever");
        return new PolicyJson(
                name.value(),
                inForce,
                versions.newestFirst((version, by) -> new PolicyVersionJson(
                        version.number(),
                        version.isBuiltIn() ? null : version.from(),
                        values.apply(version.figures()),
                        by.at(),
                        by.actor(),
                        by.reason())));
    }

    private StoredVersions<AdPolicy> ads() {
        return StoredVersions.read(
                events,
                PolicyName.AD_REVENUE,
                Versions.beginningWith(AdPolicy.DEFAULT),
                AdPolicySet.class,
                (known, set) -> known.with(set.policy().version(), set.effectiveFrom(), set.policy()));
    }

    private StoredVersions<PayoutPolicy> payouts() {
        return StoredVersions.read(
                events,
                PolicyName.PAYOUTS,
                Versions.beginningWith(PayoutPolicy.DEFAULT),
                PayoutPolicySet.class,
                (known, set) -> known.with(set.policy().version(), set.effectiveFrom(), set.policy()));
    }

    private StoredVersions<MembershipPolicy> memberships() {
        return StoredVersions.read(
                events,
                PolicyName.MEMBERSHIPS,
                Versions.beginningWith(MembershipPolicy.DEFAULT),
                MembershipPolicySet.class,
                (known, set) -> known.with(set.policy().version(), set.effectiveFrom(), set.policy()));
    }

    @GetMapping("/v1/calendars/{country}")
    ResponseEntity<CalendarJson> calendar(@PathVariable String country, AtLeast atLeast) {
        CalendarId id = new CalendarId(country);
        return reading.from(atLeast, events.head(), () -> answer(id));
    }

    private CalendarJson answer(CalendarId id) {
        StoredVersions<BusinessCalendar> versions = StoredVersions.read(
                events,
                id,
                Calendars.builtIn(id),
                CalendarSet.class,
                (known, set) -> known.with(set.calendar().version(), set.validFrom(), set.calendar()));
        if (versions.isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no calendar of this country.");
        }
        return new CalendarJson(
                id.value(),
                versions.inForce(clock.instant()),
                versions.newestFirst((version, by) -> new CalendarVersionJson(
                        version.number(),
                        version.isBuiltIn() ? null : version.from(),
                        version.figures().weekend(),
                        version.figures().holidays(),
                        by.at(),
                        by.actor(),
                        by.reason())));
    }
}
