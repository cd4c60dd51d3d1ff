package dev.creatorledger.platform.store;

import dev.creatorledger.events.wakeup.WakeUp;
import dev.creatorledger.platform.start.AxonServerSettings;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.java.SimpleScheduleToken;

/**
 * Wake-ups on Axon Server, which publishes each when its time has come, in a stream of its own, as any other is stored.
 * Axon's own scheduler does not fit: its events belong to no stream, and it brings a connection of its own along.
 *
 * <p>The server goes by its own clock, so it is told how long to wait, from the service's clock. It stamps what it
 * publishes, and nothing is decided by when that is.
 */
public final class AxonServerSchedule implements EventScheduler {

    private final AxonServerStore store;
    private final AxonServerEvents form;
    private final Clock clock;

    AxonServerSchedule(
            AxonServerConnector server, AxonServerSettings settings, EventSerializer serializer, Clock clock) {
        store = new AxonServerStore(server, settings);
        form = new AxonServerEvents(serializer);
        this.clock = clock;
    }

    @Override
    public ScheduleToken schedule(Instant at, Object event) {
        return schedule(Duration.between(clock.instant(), at), event);
    }

    @Override
    public ScheduleToken schedule(Duration after, Object event) {
        EventMessage<?> message = GenericEventMessage.asEventMessage(event);
        if (!(message.getPayload() instanceof WakeUp)) {
            throw new IllegalArgumentException("only wake-ups are scheduled");
        }
        Event row = form.toServer(StreamEvents.of(List.of(message)).get(0));
        return new SimpleScheduleToken(store.schedule(after.isNegative() ? Duration.ZERO : after, row));
    }

    /** Cancels what has not been published; to cancel what has is quiet. */
    @Override
    public void cancelSchedule(ScheduleToken token) {
        if (!(token instanceof SimpleScheduleToken known)) {
            throw new IllegalArgumentException(token + " is no token of Axon Server's schedule");
        }
        store.cancelSchedule(known.getTokenId());
    }
}
