package dev.creatorledger.query.view;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.tracing.Tracing;
import dev.creatorledger.platform.web.ReadyCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
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
    private final DeadLetters deadLetters;
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
            ViewPositions positions,
            Tracing tracing) {}

    /**
     * How they work, and what they may use.
     *
     * @param rebuildAtStart whether views without a token are made in memory at the start, before anybody is answered
     * @param segments how many threads, over all nodes, share a group; counts while no token is stored
     * @param batchSize how many events are folded before documents are written, at most
     * @param cachedEntries how many entries of each collection stay in memory
     * @param eras when versions of documents are kept
     * @param deadLetters how many events of a group are set aside, at most
     * @param claimTime how long a claim on a segment holds: free ones are looked for several times in it
     */
    public record Limits(
            boolean rebuildAtStart,
            int segments,
            int batchSize,
            long cachedEntries,
            Eras eras,
            int deadLetters,
            Duration claimTime) {}

    private record Running(ViewGroup group, GroupStore store, TrackingEventProcessor processor, Retry retry) {

        /** Whether it has stopped at an event that it can neither fold nor set aside: it waits to be helped. */
        boolean standsStill() {
            return processor.processingStatus().values().stream()
                    .anyMatch(segment -> segment.isErrorState() && Unfoldable.isBehind(segment.getError()));
        }
    }

    /** The views of these groups; nothing happens before {@link #start()}. */
    public Views(List<ViewGroup> groups, Parts parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
        this.deadLetters = new DeadLetters(parts.database(), limits.deadLetters());
        groups.forEach(group -> this.groups.add(running(group)));
    }

    private Running running(ViewGroup group) {
        GroupStore store = new GroupStore(parts.database(), group, limits.eras(), limits.cachedEntries());
        Poison poison = new Poison(group, deadLetters, parts.storedEvents());
        Retry retry = new Retry(group, store, poison, deadLetters, parts.decoder());
        return new Running(group, store, processor(group, new FoldingInvoker(store, poison)), retry);
    }

    private TrackingEventProcessor processor(ViewGroup group, FoldingInvoker invoker) {
        return ViewProcessor.of(group, invoker, parts, group.segments(limits.segments()), limits);
    }

    @Override
    public void start() {
        AgreedEras.check(parts.database(), limits.eras(), this::haveBegun);
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

    private boolean haveBegun() {
        return groups.stream()
                .anyMatch(one -> parts.tokens().fetchSegments(one.group().name()).length > 0);
    }

    private void rebuild(Running one, long head) {
        String name = one.group().name();
        int segments = one.group().segments(limits.segments());
        long begun = System.nanoTime();
        long reached = head;
        long folded;
        try {
            folded = rebuilt(one, head);
        } catch (Unfoldable poisoned) {
            // From there on the processor goes step by step: it sets aside what it can, and others are not kept
            // waiting.
            LOG.error("{} are rebuilt up to the event that cannot be folded", name, poisoned);
            reached = poisoned.position() - 1;
            folded = rebuilt(one, reached);
        }
        // Only now: a token says that everything before it is in the documents.
        parts.tokens()
                .initializeTokenSegments(
                        name, segments, reached > 0 ? parts.tokenAt().apply(reached) : null);
        for (int segment = 0; segment < segments; segment++) {
            parts.positions().reached(name, segment, reached);
        }
        LOG.info("{} are rebuilt from {} events in {}", name, folded, Duration.ofNanos(System.nanoTime() - begun));
    }

    private long rebuilt(Running one, long head) {
        return new Rebuild(parts.database(), one.group(), limits.eras(), parts.storedEvents(), parts.decoder())
                .upTo(head);
    }

    /** When versions of documents are kept. */
    public Eras eras() {
        return limits.eras();
    }

    /** What the groups have set aside. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** The names of the groups. */
    public List<String> groups() {
        return groups.stream().map(one -> one.group().name()).toList();
    }

    /**
     * Tries again what a group has set aside of the sequence of one of its letters, from the first on.
     *
     * @throws Refusal UNAVAILABLE if another node changes the same documents all the time
     */
    public Retried retry(DeadLetter letter) {
        try {
            return groups.stream()
                    .filter(one -> one.group().name().equals(letter.group()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There are no views " + letter.group()))
                    .retry()
                    .sequence(letter.sequence());
        } catch (ViewConflict e) {
            LOG.warn("The letters of {} could not be tried again", letter.sequence(), e);
            throw new Refusal(ErrorCode.UNAVAILABLE, "Another node works on the same documents; try again");
        }
    }

    /** The processors, one for each group. */
    public List<TrackingEventProcessor> processors() {
        return groups.stream().map(Running::processor).toList();
    }

    /**
     * Has the processor of a view rest, until it is told to go on.
     *
     * @throws UnableToClaimTokenException if another node works on a part of it
     * @throws IllegalArgumentException if there is no such view
     */
    public Standstill standstill(String view) {
        Running one = groups.stream()
                .filter(running -> running.group().has(view))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no view " + view));
        return new Standstill(one.processor(), parts.tokens(), () -> goOn(one));
    }

    /** What was read before the standstill may have been replaced in it. */
    private synchronized void goOn(Running one) {
        one.store().forget();
        if (running) {
            one.processor().start();
        }
    }

    /** Whether every view holds everything that was stored when it started, but for those that have stopped. */
    @Override
    public boolean ready() {
        return groups.stream()
                .filter(one -> !one.standsStill())
                .flatMap(one -> one.group().views().stream())
                .allMatch(view -> Math.max(0, parts.positions().of(view.name())) >= headAtStart);
    }

    @Override
    public synchronized void stop() {
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
