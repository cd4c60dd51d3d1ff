package dev.creatorledger.query.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets events gather while there are many, so that more of them become one write per document: after a large batch the
 * next begins no sooner than a pace later. While there are few, nothing waits.
 */
public final class PacedSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    /** From how many events on a batch is a large one. */
    private static final int MANY = 500;

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Duration pace;

    /** The same events, with a pace. */
    public PacedSource(StreamableMessageSource<TrackedEventMessage<?>> events, Duration pace) {
        this.events = events;
        this.pace = pace;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new PacedStream(events.openStream(trackingToken), pace);
    }

    @Override
    public TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return events.createTokenAt(dateTime);
    }

    /** The processor waits for the first event of a batch, and takes the others as far as they are there. */
    private static final class PacedStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final long paceNanos;
        private long began = System.nanoTime();
        private int taken;

        PacedStream(BlockingStream<TrackedEventMessage<?>> stream, Duration pace) {
            this.stream = stream;
            this.paceNanos = pace.toNanos();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (timeout > 0) {
                if (taken >= MANY) {
                    TimeUnit.NANOSECONDS.sleep(paceNanos - (System.nanoTime() - began));
                }
                began = System.nanoTime();
                taken = 0;
            }
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            taken++;
            return stream.nextAvailable();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
            stream.skipMessagesWithPayloadTypeOf(message);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
