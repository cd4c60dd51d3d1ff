package dev.creatorledger.command.config;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * The events of a store that some handlers care for, and of the others as few as a processor needs to know how far it
 * has come: the last one there is, and one in a thousand.
 *
 * <p>Nearly all events are impressions, and the processors that feed tables ignore them. To ignore one costs Axon
 * several looks through all handlers; here it costs one look at its type.
 */
final class SelectedEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    /** How many events may pass unseen at a stretch, so that a stop in between repeats no more than that. */
    static final int PASSED_AT_MOST = 1_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> all;
    private final Set<Class<?>> wanted;

    /**
     * The events of a store that these types have handlers for.
     *
     * @throws AxonConfigurationException if a type has no handler at all: it would never be called
     */
    SelectedEvents(StreamableMessageSource<TrackedEventMessage<?>> all, List<Class<?>> handlers) {
        this.all = all;
        this.wanted = handlers.stream().flatMap(SelectedEvents::handled).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Class<?>> handled(Class<?> handler) {
        Set<Class<?>> types = Arrays.stream(handler.getDeclaredMethods())
                .filter(method -> AnnotationUtils.isAnnotationPresent(method, MessageHandler.class))
                .map(Method::getParameterTypes)
                .map(parameters -> parameters[0])
                .collect(Collectors.toSet());
        if (types.isEmpty()) {
            throw new AxonConfigurationException(handler.getName() + " handles no event");
        }
        return types.stream();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Selection(all.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return all.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return all.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return all.createTokenAt(dateTime);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return all.createTokenSince(duration);
    }

    /** Used by one thread, as a processor does. */
    private final class Selection implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> events;

        private @Nullable TrackedEventMessage<?> next;

        Selection(BlockingStream<TrackedEventMessage<?>> events) {
            this.events = events;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            try {
                return hasNextAvailable(0, TimeUnit.MILLISECONDS) ? Optional.ofNullable(next) : Optional.empty();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (next != null) {
                return true;
            }
            if (!events.hasNextAvailable(timeout, unit)) {
                return false;
            }
            TrackedEventMessage<?> event = events.nextAvailable();
            for (int passed = 0; passed < PASSED_AT_MOST && isPassed(event); passed++) {
                event = events.nextAvailable();
            }
            next = event;
            return true;
        }

        /** The last event there is stays: the processor's token is to tell that all of them have been looked at. */
        private boolean isPassed(TrackedEventMessage<?> event) throws InterruptedException {
            return !wanted.contains(event.getPayloadType()) && events.hasNextAvailable(0, TimeUnit.MILLISECONDS);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (next == null) {
                hasNextAvailable(1, TimeUnit.SECONDS);
            }
            TrackedEventMessage<?> event = next;
            next = null;
            return event;
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
