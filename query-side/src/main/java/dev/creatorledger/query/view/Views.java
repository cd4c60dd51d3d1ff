package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.ReadyCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The views of this node: rebuilt at the start where they are empty, then kept up with the events until the end. */
public final class Views implements SmartLifecycle, ReadyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    /** Before the web server, which only answers what views can. */
    private static final int PHASE = 0;

    private final Parts parts;
    private final Limits limits;
    private final List<Running> groups = new ArrayList<>();
    private volatile long headAtStart = Long.MAX_VALUE;
    private volatile boolean running;

    /** What the views are made of. */
    public record Parts(
            MongoDatabase database,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            StoredEvents storedEvents,
            EventDecoder decoder,
            TokenStore tokens,
            LongFunction<TrackingToken> tokenAt,
            ViewPositions positions) {}

    /**
     * How they work, and what they may use.
     *
     * @param rebuildAtStart whether views without a token are made in memory at the start, before anybody is answered
     * @param segments how many threads, over all nodes, share a group; counts while no token is stored
     * @param batchSize how many events are folded before documents are written, at most
     * @param cachedEntries how many entries of each collection stay in memory
     */
    public record Limits(boolean rebuildAtStart, int segments, int batchSize, long cachedEntries) {}

    private record Running(ViewGroup group, GroupStore store, TrackingEventProcessor processor) {}

    /** The views of these groups; nothing happens before {@link #start()}. */
    public Views(List<ViewGroup> groups, Parts parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
        for (ViewGroup group : groups) {
            GroupStore store = new GroupStore(parts.database(), group, limits.cachedEntries());
            this.groups.add(new Running(group, store, processor(group, store)));
        }
    }

    private TrackingEventProcessor processor(ViewGroup group, GroupStore store) {
        return ViewProcessor.of(
                group,
                store,
                parts.events(),
                parts.tokens(),
                parts.positions(),
                group.segments(limits.segments()),
                limits.batchSize());
    }

    @Override
    public void start() {
        headAtStart = parts.storedEvents().head();
        for (Running one : groups) {
            if (limits.rebuildAtStart()
                    && parts.tokens().fetchSegments(one.group().name()).length == 0) {
                rebuild(one, headAtStart);
            }
            one.processor().start();
        }
        running = true;
    }

    private void rebuild(Running one, long head) {
        String name = one.group().name();
        int segments = one.group().segments(limits.segments());
        long begun = System.nanoTime();
        long folded = new Rebuild(one.store(), parts.storedEvents(), parts.decoder()).upTo(head);
        // Only now: a token says that everything before it is in the documents.
        parts.tokens()
                .initializeTokenSegments(
                        name, segments, head > 0 ? parts.tokenAt().apply(head) : null);
        for (int segment = 0; segment < segments; segment++) {
            parts.positions().reached(name, segment, head);
        }
        LOG.info("{} are rebuilt from {} events in {}", name, folded, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** The processors, one for each group. */
    public List<TrackingEventProcessor> processors() {
        return groups.stream().map(Running::processor).toList();
    }

    /** Whether every view holds everything that was stored when it started. */
    @Override
    public boolean ready() {
        return groups.stream()
                .flatMap(one -> one.group().views().stream())
                .allMatch(view -> Math.max(0, parts.positions().of(view.name())) >= headAtStart);
    }

    @Override
    public void stop() {
        groups.forEach(one -> one.processor().shutDown());
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
