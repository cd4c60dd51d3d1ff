package dev.creatorledger.query.payout;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.payout.PayoutEvent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutRejected;
import dev.creatorledger.events.payout.PayoutEvent.PayoutReturned;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.query.payout.ExplanationJson.Deadline;
import dev.creatorledger.query.payout.ExplanationJson.Step;
import dev.creatorledger.query.view.EventDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of a payout, from its own stream: who did what, and why (P4, U1). */
final class LifeCycle {

    /** All but readings of the transfer, of which there can be any number. */
    static final Set<String> TYPES = Arrays.stream(PayoutEvent.class.getPermittedSubclasses())
            .filter(type -> type != PayoutTransferRead.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private final EventDecoder decoder;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Deadline deadline;

    LifeCycle(EventDecoder decoder) {
        this.decoder = decoder;
    }

    /** Takes the next event of the payout. */
    void take(StoredEvent stored) {
        LedgerEvent event = decoder.decode(stored);
        JsonNode metadata = EventJson.mapper().readTree(stored.metadata());
        String why = reasonOf(event);
        JsonNode given = metadata.path(CallContext.REASON);
        steps.add(new Step(
                stored.type(),
                stored.recordedAt(),
                metadata.path(CallContext.ACTOR).asString(""),
                why == null && given.isString() ? given.asString() : why,
                stored.position(),
                stored.eventId()));
        if (event instanceof PayoutApproved approved) {
            deadline = new Deadline(
                    approved.terms().deadline(),
                    approved.terms().lastDay(),
                    approved.terms().calendarVersion(),
                    approved.policyVersion());
        }
    }

    /** The reason in the event itself, which can be the bank's. */
    private static @Nullable String reasonOf(LedgerEvent event) {
        if (event instanceof PayoutRejected rejected) {
            return rejected.reason();
        }
        if (event instanceof PayoutFailed failed) {
            return failed.reason();
        }
        return event instanceof PayoutReturned returned ? returned.reason() : null;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Nullable
    Deadline deadline() {
        return deadline;
    }
}
