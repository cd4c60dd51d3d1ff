package dev.creatorledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectedEventsTest {

    private final Stored stored = new Stored();

    @Test
    void handsOverWhatIsHandledAndPassesTheRest() throws InterruptedException {
        stored.append("a", 1, "b", 2, 3, "c");

        assertThat(drain(selected(Texts.class))).containsExactly("a", "b", "c");
    }

    @Test
    void handsOverTheLastEventThereIsSoThatTheTokenComesToTheEnd() throws InterruptedException {
        stored.append("a", 1, 2);
        BlockingStream<TrackedEventMessage<?>> selection = selected(Texts.class);

        assertThat(drain(selection)).containsExactly("a", 2);
        assertThat(selection.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();

        stored.append(3, "b");
        assertThat(drain(selection)).containsExactly("b");
    }

    @Test
    void passesAThousandEventsAtAStretchAndNoMore() throws InterruptedException {
        stored.append(IntStream.rangeClosed(1, 2 * SelectedEvents.PASSED_AT_MOST + 10)
                .boxed()
                .toArray());

        assertThat(drain(selected(Texts.class)))
                .containsExactly(
                        SelectedEvents.PASSED_AT_MOST + 1,
                        2 * SelectedEvents.PASSED_AT_MOST + 2,
                        2 * SelectedEvents.PASSED_AT_MOST + 10);
    }

    @Test
    void peeksAtWhatComesNext() throws InterruptedException {
        stored.append(1, "a", "b");
        BlockingStream<TrackedEventMessage<?>> selection = selected(Texts.class);

        assertThat(selection.peek()).map(SelectedEventsTest::payload).hasValue("a");
        assertThat(selection.peek()).map(SelectedEventsTest::payload).hasValue("a");
        assertThat(drain(selection)).containsExactly("a", "b");
        assertThat(selection.peek()).isEmpty();
    }

    @Test
    void handsOverWhatSagasHandle() throws InterruptedException {
        stored.append(1, "a", 2L, "b");

        assertThat(drain(selected(Texts.class, LongsSaga.class))).containsExactly("a", 2L, "b");
    }

    @Test
    void refusesATypeThatHandlesNothing() {
        assertThatThrownBy(() -> selected(String.class))
                .isInstanceOf(AxonConfigurationException.class)
                .hasMessageContaining("java.lang.String handles no event");
    }

    @Test
    void beginsWhereTheTokenSays() throws InterruptedException {
        stored.append("a", "b", "c");
        SelectedEvents events = new SelectedEvents(stored, List.of(Texts.class));

        assertThat(drain(events.openStream(new GlobalSequenceTrackingToken(1)))).containsExactly("c");
    }

    private BlockingStream<TrackedEventMessage<?>> selected(Class<?>... handlers) {
        return new SelectedEvents(stored, List.of(handlers)).openStream(null);
    }

    private static List<Object> drain(BlockingStream<TrackedEventMessage<?>> selection) throws InterruptedException {
        List<Object> payloads = new ArrayList<>();
        while (selection.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
            payloads.add(payload(selection.nextAvailable()));
        }
        return payloads;
    }

    private static Object payload(TrackedEventMessage<?> event) {
        return event.getPayload();
    }

    static final class Texts {

        @EventHandler
        void on(String event) {}
    }

    static final class LongsSaga {

        @SagaEventHandler(associationProperty = "value")
        void on(Long event) {}
    }

    /** A store whose events come in the order in which they were appended. */
    private static final class Stored implements StreamableMessageSource<TrackedEventMessage<?>> {

        private final List<TrackedEventMessage<?>> events = new ArrayList<>();

        void append(Object... payloads) {
            for (Object payload : payloads) {
                events.add(new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(events.size()), GenericEventMessage.asEventMessage(payload)));
            }
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return new Reader(events, token == null ? 0 : (int) token.position().orElseThrow() + 1);
        }
    }

    private static final class Reader implements BlockingStream<TrackedEventMessage<?>> {

        private final List<TrackedEventMessage<?>> events;
        private int next;

        Reader(List<TrackedEventMessage<?>> events, int next) {
            this.events = events;
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return next < events.size() ? Optional.of(events.get(next)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return next < events.size();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.get(next++);
        }

        @Override
        public void close() {
            next = events.size();
        }
    }
}
