package dev.creatorledger.command.saga;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import dev.creatorledger.events.wakeup.WakeUp;
import dev.creatorledger.platform.web.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduler as sagas see it: what they ask for says who asked, and to cancel what has been published already, or is
 * just about to be, is quiet. A saga cannot know which came first, and is not hurt by either.
 */
final class WakeUps implements EventScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);

    private final EventScheduler scheduler;

    WakeUps(EventScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public ScheduleToken schedule(Instant at, Object event) {
        return scheduler.schedule(at, explained(event));
    }

    @Override
    public ScheduleToken schedule(Duration after, Object event) {
        return scheduler.schedule(after, explained(event));
    }

    private static EventMessage<?> explained(Object event) {
        Map<String, String> metaData = new HashMap<>(Occasion.context().metaData(event));
        metaData.put(CallContext.COMMAND, WakeUp.class.getSimpleName());
        metaData.put(CallContext.CAUSATION_ID, Occasion.identifier());
        return GenericEventMessage.asEventMessage(event).andMetaData(metaData);
    }

    @Override
    public void cancelSchedule(ScheduleToken token) {
        try {
            scheduler.cancelSchedule(token);
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("{} is not there to be cancelled any more", token, e);
        }
    }
}
