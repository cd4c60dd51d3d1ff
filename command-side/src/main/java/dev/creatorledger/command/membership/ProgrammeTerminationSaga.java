package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.WatchPause;
import dev.creatorledger.command.saga.SagaCommands;
import dev.creatorledger.command.saga.SagaType;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammePaused;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeResumed;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipProgrammeTerminated;
import dev.creatorledger.events.membership.ProgrammeEvent.MembershipRefundsBooked;
import dev.creatorledger.events.wakeup.WakeUp.ProgrammeExpiryReached;
import dev.creatorledger.platform.policy.Policies;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Accompanies a programme from its pause or its termination to the end of either: has it look at the clock when it has
 * been paused for as long as it may, and ends when it is resumed, or when every refund is booked (B25, B27). It only
 * wakes: the programme decides as of its time, and members are reached by {@link FanOut}, whoever asks.
 */
@ProcessingGroup(SagaType.GROUP)
public class ProgrammeTerminationSaga {

    private static final String CHANNEL = "channelId";

    /** The call that is still to come, if one is. */
    private @Nullable ScheduleToken expiry;

    /** A saga that knows nothing yet; Axon makes it. */
    public ProgrammeTerminationSaga() {}

    /** Asks to be woken up at the end of the longest pause; a repeat asks for nothing more. */
    @StartSaga
    @SagaEventHandler(associationProperty = CHANNEL)
    void react(MembershipProgrammePaused event, EventScheduler scheduler, Policies policies) {
        if (expiry == null) {
            Instant since = event.pausedAt();
            Instant end = since.plus(policies.membershipsAt(since).longestPause());
            expiry = scheduler.schedule(end, new ProgrammeExpiryReached(event.channelId(), end));
        }
    }

    /** The programme looks for itself: a repeat, or a call after the pause was left, changes nothing. */
    @SagaEventHandler(associationProperty = CHANNEL)
    void react(ProgrammeExpiryReached event, SagaCommands commands) {
        expiry = null;
        commands.send(new WatchPause(event.channelId()), event.channelId());
    }

    @SagaEventHandler(associationProperty = CHANNEL)
    void react(MembershipProgrammeResumed event, EventScheduler scheduler) {
        sleep(scheduler);
        SagaLifecycle.end();
    }

    /** From here on it waits until every member is ended and every refund is booked. */
    @StartSaga
    @SagaEventHandler(associationProperty = CHANNEL)
    void react(MembershipProgrammeTerminated event, EventScheduler scheduler) {
        sleep(scheduler);
    }

    @SagaEventHandler(associationProperty = CHANNEL)
    void react(MembershipRefundsBooked event) {
        SagaLifecycle.end();
    }

    private void sleep(EventScheduler scheduler) {
        if (expiry != null) {
            scheduler.cancelSchedule(expiry);
            expiry = null;
        }
    }
}
