package dev.creatorledger.platform.store;

import dev.creatorledger.events.consultation.Consultation.StreamConsulted;
import dev.creatorledger.platform.web.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/**
 * Events that take the next place of streams which a decision only read, for a store that compares no other streams than
 * those it appends to: of two decisions that claim the same place only one is stored (B27).
 */
final class Consultations {

    /** These say that an event is itself what somebody asked for. */
    private static final Set<String> OF_THE_REQUEST =
            Set.of(CallContext.REASON, CallContext.SUBJECT, CallContext.IDEMPOTENCY_ID);

    private Consultations() {}

    /**
     * The events of a decision, and behind them one for each stream that it rests on.
     *
     * @param events at least one
     */
    static List<DomainEventMessage<?>> with(List<DomainEventMessage<?>> events, Map<String, ReadStreams.Version> read) {
        if (read.isEmpty()) {
            return events;
        }
        List<DomainEventMessage<?>> all = new ArrayList<>(events);
        DomainEventMessage<?> first = events.get(0);
        MetaData metaData = first.getMetaData().withoutKeys(OF_THE_REQUEST);
        // In the order of their names, so that the same decision is stored the same way.
        read.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> all.add(new GenericDomainEventMessage<>(
                        each.getValue().type(),
                        each.getKey(),
                        each.getValue().sequence() + 1,
                        new GenericMessage<>(
                                TimeOrderedIds.next().toString(),
                                new StreamConsulted(first.getAggregateIdentifier()),
                                metaData),
                        first.getTimestamp())));
        return all;
    }
}
