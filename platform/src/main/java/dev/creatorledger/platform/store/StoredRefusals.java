package dev.creatorledger.platform.store;

import dev.creatorledger.events.refusal.RefusalEvent.CommandRefused;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.web.CallContext;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Refusals as events, each in a stream and a commit of its own; few at once, so that a flood leaves room for commands.
 */
public final class StoredRefusals implements RefusalRecord {

    private static final String REFUSAL = "Refusal";

    private final EventStore events;
    private final TransactionManager transactions;
    private final RefusalSettings settings;
    private final Semaphore turns;

    /** Refusals in this event store. */
    public StoredRefusals(EventStore events, TransactionManager transactions, RefusalSettings settings) {
        this.events = events;
        this.transactions = transactions;
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    @Override
    public void keep(Refused refused) {
        takeTurn();
        try {
            publish(refused);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EventStoreException("too many refusals wait to be stored");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("the service is about to stop", e);
        }
    }

    private void publish(Refused refused) {
        // The call had no command message of its own, or one that is gone with what it did: it is named anew.
        String callId = IdentifierFactory.getInstance().generateIdentifier();
        RefusalId id = RefusalId.ofCall(callId);
        CommandRefused event = new CommandRefused(
                id,
                refused.command(),
                refused.subject(),
                refused.code().name(),
                refused.code().status());
        Map<String, String> metaData = Map.of(
                CallContext.ACTOR, refused.actor(),
                CallContext.CORRELATION_ID, refused.correlationId(),
                CallContext.CAUSATION_ID, callId,
                CallContext.COMMAND, refused.command());
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        try {
            events.publish(new GenericDomainEventMessage<>(REFUSAL, id.toString(), 0, event, metaData));
            unit.commit();
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }
}
