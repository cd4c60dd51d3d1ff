package dev.creatorledger.query.view;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has every node work on no more than its share of the segments: whoever starts first claims all of them, and lets some
 * go when others are there. What a node that has gone leaves behind, the others claim.
 */
public final class SegmentShares implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentShares.class);
    private static final int LOOKS_PER_CLAIM = 3;

    /** After the processors. */
    private static final int PHASE = 10;

    private final Views views;
    private final TokenStore tokens;
    private final NodesSeen nodes;
    private final Duration claimTime;
    private @Nullable ScheduledExecutorService timer;

    /** The shares of the views' segments. */
    public SegmentShares(Views views, TokenStore tokens, NodesSeen nodes, Duration claimTime) {
        this.views = views;
        this.tokens = tokens;
        this.nodes = nodes;
        this.claimTime = claimTime;
    }

    /** One look: shows this node, and lets segments go if it has more than its share. */
    void look() {
        try {
            long there = Math.max(1, nodes.show());
            views.processors().forEach(processor -> letGo(processor, there));
        } catch (MongoException e) {
            LOG.debug("The segments cannot be shared while MongoDB is away", e);
        }
    }

    private void letGo(TrackingEventProcessor processor, long there) {
        Collection<Integer> own = new TreeSet<>(processor.processingStatus().keySet());
        long all = tokens.fetchSegments(processor.getName()).length;
        long share = (all + there - 1) / there;
        own.stream().skip(share).forEach(segment -> {
            LOG.info("Segment {} of {} is left to another node", segment, processor.getName());
            processor.releaseSegment(segment, claimTime.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "shares"));
        long every = claimTime.toMillis() / LOOKS_PER_CLAIM;
        ScheduledFuture<?> begun = looks.scheduleWithFixedDelay(this::look, 0, every, TimeUnit.MILLISECONDS);
        LOG.debug("Segments are shared: {}", begun);
        timer = looks;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService looks = timer;
        timer = null;
        if (looks != null) {
            looks.shutdownNow();
            try {
                nodes.leave();
            } catch (MongoException e) {
                LOG.debug("MongoDB is away; the others see for themselves that this node is gone", e);
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
