package dev.creatorledger.query.view;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/**
 * A while in which nobody changes the documents of a group: the processor of this node rests, and this node holds the
 * claims on every segment, so that no other node can work on one. Closing it lets the processor go on.
 */
public final class Standstill implements AutoCloseable {

    private final String processor;
    private final TokenStore tokens;
    private final int[] segments;
    private final Runnable goOn;

    private final long position;

    /**
     * Stops a processor and claims its segments.
     *
     * @param goOn starts it again, on what the store holds then
     * @throws UnableToClaimTokenException if another node works on one of the segments; the processor goes on then
     */
    Standstill(TrackingEventProcessor processor, TokenStore tokens, Runnable goOn) {
        this.processor = processor.getName();
        this.tokens = tokens;
        this.segments = tokens.fetchSegments(processor.getName());
        this.goOn = goOn;
        processor.shutDown();
        try {
            this.position = claimed();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private long claimed() {
        long latest = 0;
        for (int segment : segments) {
            TrackingToken token = tokens.fetchToken(processor, segment);
            OptionalLong reached = token == null ? OptionalLong.empty() : token.position();
            latest = Math.max(latest, reached.orElse(0));
        }
        return latest;
    }

    /** The newest position that any document can be of. What some segments have not seen yet comes to them again. */
    public long position() {
        return position;
    }

    /**
     * Shows that it goes on.
     *
     * @throws UnableToClaimTokenException if it took too long and another node has taken a segment over
     */
    public void hold() {
        for (int segment : segments) {
            tokens.extendClaim(processor, segment);
        }
    }

    @Override
    public void close() {
        try {
            for (int segment : segments) {
                tokens.releaseClaim(processor, segment);
            }
        } finally {
            goOn.run(); // a claim that was not released is this node's all the same
        }
    }
}
