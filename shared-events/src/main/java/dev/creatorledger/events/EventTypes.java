package dev.creatorledger.events;

import dev.creatorledger.events.backfill.BackfillEvent;
import dev.creatorledger.events.calendar.CalendarEvent;
import dev.creatorledger.events.channel.ChannelEvent;
import dev.creatorledger.events.consultation.Consultation;
import dev.creatorledger.events.membership.MembershipDayEvent;
import dev.creatorledger.events.membership.MembershipEvent;
import dev.creatorledger.events.membership.PaymentReferenceEvent;
import dev.creatorledger.events.membership.ProgrammeEvent;
import dev.creatorledger.events.membership.RefundEvent;
import dev.creatorledger.events.membership.SlotEvent;
import dev.creatorledger.events.network.NetworkEvent;
import dev.creatorledger.events.payout.PayoutEvent;
import dev.creatorledger.events.person.PersonEvent;
import dev.creatorledger.events.policy.PolicyEvent;
import dev.creatorledger.events.refusal.RefusalEvent;
import dev.creatorledger.events.video.VideoEvent;
import dev.creatorledger.events.wakeup.WakeUp;
import dev.creatorledger.events.window.BatchEvent;
import dev.creatorledger.events.window.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The allow-list of everything that may be stored and read back: the events of the sealed vocabularies, each under its
 * simple name.
 */
public final class EventTypes {

    /** The sealed interfaces that hold the events; a new aggregate's is added here. */
    public static final List<Class<? extends LedgerEvent>> VOCABULARIES = List.of(
            ChannelEvent.class,
            VideoEvent.class,
            WindowEvent.class,
            BatchEvent.class,
            BackfillEvent.class,
            PayoutEvent.class,
            NetworkEvent.class,
            ProgrammeEvent.class,
            MembershipEvent.class,
            SlotEvent.class,
            PaymentReferenceEvent.class,
            MembershipDayEvent.class,
            RefundEvent.class,
            PersonEvent.class,
            PolicyEvent.class,
            CalendarEvent.class,
            RefusalEvent.class,
            WakeUp.class,
            Consultation.class);

    private static final Map<String, Class<?>> BY_NAME = VOCABULARIES.stream()
            .flatMap(vocabulary -> Arrays.stream(vocabulary.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventTypes() {}

    /** The event class of a stored name, or {@code null} if nothing of that name may be read. */
    public static @Nullable Class<?> named(String name) {
        return BY_NAME.get(name);
    }

    /** Every event class by its stored name. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }
}
