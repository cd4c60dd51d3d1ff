package dev.creatorledger.command.payout;

import dev.creatorledger.command.payout.PayoutCommand.WatchDeadline;
import dev.creatorledger.command.saga.SagaCommands;
import dev.creatorledger.command.saga.SagaType;
import dev.creatorledger.events.payout.PayoutEvent.PayoutApproved;
import dev.creatorledger.events.payout.PayoutEvent.PayoutCancelled;
import dev.creatorledger.events.payout.PayoutEvent.PayoutFailed;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.wakeup.WakeUp.SettlementDeadlineReached;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an approved payout look at the clock when its warning and its deadline are due (P6). It only wakes: the payout
 * decides, once, whoever asks, so nothing that comes twice, late or in another order makes a deadline missed.
 */
@ProcessingGroup(SagaType.GROUP)
public class SettlementSaga {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementSaga.class);
    private static final String PAYOUT = "payoutId";

    /** What is still to come, by its time. */
    private SortedMap<Instant, ScheduleToken> scheduled = new TreeMap<>();

    /** A saga that knows nothing yet; Axon makes it. */
    public SettlementSaga() {}

    /** Asks to be woken up for both; a repeat asks for nothing more. */
    @StartSaga
    @SagaEventHandler(associationProperty = PAYOUT)
    void react(PayoutApproved event, EventScheduler scheduler) {
        wakeAt(event.terms().warnAt(), event.payoutId(), scheduler);
        wakeAt(event.terms().deadline(), event.payoutId(), scheduler);
    }

    private void wakeAt(Instant dueAt, PayoutId payoutId, EventScheduler scheduler) {
        scheduled.computeIfAbsent(dueAt, at -> scheduler.schedule(at, new SettlementDeadlineReached(payoutId, at)));
    }

    /** Ends with the last of both: what is overdue by then stays so without being watched. */
    @SagaEventHandler(associationProperty = PAYOUT)
    void react(SettlementDeadlineReached event, SagaCommands commands) {
        look(event.payoutId(), commands);
        scheduled.remove(event.dueAt());
        if (scheduled.isEmpty()) {
            SagaLifecycle.end();
        }
    }

    private static void look(PayoutId payoutId, SagaCommands commands) {
        try {
            commands.send(new WatchDeadline(payoutId), payoutId);
        } catch (Refusal refusal) {
            // A store that is away answers nothing: the event comes again. Any other refusal is an answer.
            if (refusal.code() == ErrorCode.UNAVAILABLE) {
                throw refusal;
            }
            LOG.warn("Payout {} did not look at its deadline: {}", payoutId.value(), refusal.code());
        }
    }

    @SagaEventHandler(associationProperty = PAYOUT)
    void react(PayoutSettled event, EventScheduler scheduler) {
        sleep(scheduler);
    }

    @SagaEventHandler(associationProperty = PAYOUT)
    void react(PayoutCancelled event, EventScheduler scheduler) {
        sleep(scheduler);
    }

    @SagaEventHandler(associationProperty = PAYOUT)
    void react(PayoutFailed event, EventScheduler scheduler) {
        sleep(scheduler);
    }

    private void sleep(EventScheduler scheduler) {
        scheduled.values().forEach(scheduler::cancelSchedule);
        scheduled.clear();
        SagaLifecycle.end();
    }
}
