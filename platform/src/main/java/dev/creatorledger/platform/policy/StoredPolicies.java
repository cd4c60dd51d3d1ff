package dev.creatorledger.platform.policy;

import dev.creatorledger.events.calendar.BusinessCalendar;
import dev.creatorledger.events.calendar.CalendarEvent;
import dev.creatorledger.events.calendar.CalendarEvent.CalendarSet;
import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.policy.AdPolicy;
import dev.creatorledger.events.policy.MembershipPolicy;
import dev.creatorledger.events.policy.PayoutPolicy;
import dev.creatorledger.events.policy.PolicyEvent;
import dev.creatorledger.events.policy.PolicyEvent.AdPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.MembershipPolicySet;
import dev.creatorledger.events.policy.PolicyEvent.PayoutPolicySet;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.store.StoredEvents.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The policies as the events tell them, all versions in memory: they are few, and a command bounds them.
 *
 * <p>What this process commits is in force here before its command is answered; what others commit, from the next
 * {@link #catchUp()} on. A version that is told twice counts once, so both ways may tell the same.
 */
public final class StoredPolicies implements Policies {

    private static final int PAGE = 100;

    private static final List<Class<?>> TYPES =
            List.of(AdPolicySet.class, PayoutPolicySet.class, MembershipPolicySet.class, CalendarSet.class);

    private final StoredEvents events;
    private final Map<Class<?>, Long> positions = new ConcurrentHashMap<>();

    private volatile Versions<AdPolicy> ad = Versions.beginningWith(AdPolicy.DEFAULT);
    private volatile Versions<PayoutPolicy> payouts = Versions.beginningWith(PayoutPolicy.DEFAULT);
    private volatile Versions<MembershipPolicy> memberships = Versions.beginningWith(MembershipPolicy.DEFAULT);
    private volatile Versions<BusinessCalendar> calendar = Calendars.builtIn(CalendarId.IRAN);

    /** The defaults, until {@link #catchUp()} has read what is stored. */
    public StoredPolicies(StoredEvents events) {
        this.events = events;
    }

    @Override
    public AdPolicy adAt(Instant at) {
        return ad.at(at);
    }

    @Override
    public PayoutPolicy payoutsAt(Instant at) {
        return payouts.at(at);
    }

    @Override
    public MembershipPolicy membershipsAt(Instant at) {
        return memberships.at(at);
    }

    @Override
    public BusinessCalendar calendarAt(Instant at) {
        return calendar.at(at);
    }

    /** The latest known, in the moment before a version that another process has set is known here. */
    @Override
    public BusinessCalendar calendarOf(int version) {
        Versions<BusinessCalendar> known = calendar;
        Versions.Version<BusinessCalendar> one = known.numbered(version);
        return one == null ? known.at(Instant.MAX) : one.figures();
    }

    /** Reads what was stored since the last time, by any process. */
    public synchronized void catchUp() {
        TYPES.forEach(this::catchUp);
    }

    private void catchUp(Class<?> type) {
        Filter filter = new Filter(null, type.getSimpleName(), null, null, null);
        List<StoredEvent> page;
        do {
            page = events.page(filter, positions.getOrDefault(type, 0L), PAGE);
            for (StoredEvent event : page) {
                take(EventJson.read(event));
                positions.put(type, event.position());
            }
        } while (page.size() == PAGE);
    }

    /** Takes over what a unit of work of this process publishes, once it is committed and before it is answered. */
    void published(List<? extends EventMessage<?>> messages) {
        for (EventMessage<?> message : messages) {
            Object event = message.getPayload();
            if (event instanceof PolicyEvent || event instanceof CalendarEvent) {
                CurrentUnitOfWork.get().root().afterCommit(committed -> take(event));
            }
        }
    }

    private synchronized void take(Object event) {
        if (event instanceof AdPolicySet set) {
            ad = ad.with(set.policy().version(), set.effectiveFrom(), set.policy());
        } else if (event instanceof PayoutPolicySet set) {
            payouts = payouts.with(set.policy().version(), set.effectiveFrom(), set.policy());
        } else if (event instanceof MembershipPolicySet set) {
            memberships = memberships.with(set.policy().version(), set.effectiveFrom(), set.policy());
        } else if (event instanceof CalendarSet set && set.calendarId().equals(CalendarId.IRAN)) {
            calendar = calendar.with(set.calendar().version(), set.validFrom(), set.calendar());
        }
    }
}
