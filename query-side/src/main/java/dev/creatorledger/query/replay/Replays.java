package dev.creatorledger.query.replay;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.Derived;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.Views;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The replays of this node: one at a time for each view, a few at once, the last ones remembered (U2). */
public final class Replays implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    /** Begins after the views and ends before them: a replay works with both. */
    private static final int PHASE = 1;

    private static final long SECONDS_TO_END = 10;

    private final Replayer replayer;
    private final StoredEvents events;
    private final Clock clock;
    private final int kept;
    private final ExecutorService threads;
    private final Map<String, Replay> replays = new LinkedHashMap<>();
    private final Map<String, Replay> running = new LinkedHashMap<>();
    private volatile BiConsumer<String, String> watcher = (view, verdict) -> {};
    private long started;
    private volatile boolean open;

    /**
     * Replays of the views of some groups.
     *
     * @param reached up to where all nodes together have come with a group, by its name
     */
    public Replays(
            List<ViewGroup> groups,
            MongoDatabase database,
            StoredEvents events,
            EventDecoder decoder,
            ToLongFunction<String> reached,
            Views views,
            ReplaySettings settings,
            Clock clock) {
        this.replayer = new Replayer(new Replayer.Parts(database, events, decoder, reached, views), groups, settings);
        this.events = events;
        this.clock = clock;
        this.kept = settings.kept();
        this.threads = Executors.newFixedThreadPool(settings.atOnce(), task -> new Thread(task, "replay"));
    }

    /** Has somebody told what the replay of each view comes to, by the view's name. */
    public void tell(BiConsumer<String, String> verdicts) {
        watcher = verdicts;
    }

    /** The names of the views that there are. */
    List<String> views() {
        return replayer.views();
    }

    /**
     * A replay that was asked for.
     *
     * @param begun whether it was begun by this; else it was running already
     */
    record Asked(Replay replay, boolean begun) {}

    /**
     * Begins a replay of a view; one that is running already is the answer itself.
     *
     * @throws Refusal REPLAY_RUNNING while the view is being switched over
     */
    Asked begin(String view) {
        long head = events.head();
        synchronized (this) {
            Replay already = running.get(view);
            if (already != null && already.state() == ReplayState.RUNNING) {
                return new Asked(already, false);
            }
            if (already != null) {
                throw new Refusal(
                        ErrorCode.REPLAY_RUNNING, "The view is being switched over; ask again when that is done");
            }
            started++;
            String id = Derived.id("replay", view, Long.toString(head), clock.instant() + "/" + started);
            Replay replay = new Replay(id, view, head, clock.instant());
            replays.put(id, replay);
            work(replay, () -> run(replay));
            forgetOldest();
            return new Asked(replay, true);
        }
    }

    /** Those of this node that are not forgotten, newest first. */
    synchronized List<ReplayJson> known() {
        List<ReplayJson> known = new ArrayList<>();
        replays.values().forEach(replay -> known.add(0, replay.json()));
        return known;
    }

    /**
     * A replay of this node that is not forgotten.
     *
     * @throws Refusal NOT_FOUND if there is none
     */
    synchronized Replay require(String id) {
        Replay replay = replays.get(id);
        if (replay == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no replay " + id + " on this node, or not any more");
        }
        return replay;
    }

    /**
     * Puts the view of a replay, made anew, in the place of the live one; one that is done stays done.
     *
     * @return whether it was begun by this
     * @throws Refusal NOT_FOUND, REPLAY_RUNNING while its view is being worked on, REPLAY_FAILED without a verdict
     */
    synchronized boolean switchOver(String id, String actor, String reason) {
        Replay replay = require(id);
        SwitchOver before = replay.switchOver();
        if (before != null && before.state() != SwitchOver.State.FAILED) {
            return false;
        }
        if (running.containsKey(replay.view())) {
            throw new Refusal(ErrorCode.REPLAY_RUNNING, "A replay of " + replay.view() + " is running");
        }
        if (replay.state() == ReplayState.FAILED) {
            throw new Refusal(ErrorCode.REPLAY_FAILED, "The replay has no verdict; begin another one");
        }
        SwitchOver switchOver = new SwitchOver(actor, reason, clock.instant());
        replay.switching(switchOver);
        work(replay, () -> run(replay, switchOver));
        return true;
    }

    private void work(Replay replay, Runnable work) {
        running.put(replay.view(), replay);
        threads.execute(work);
    }

    /** In one step: who is told of an end can begin anew. */
    private synchronized void over(Replay replay, Consumer<Instant> end) {
        running.remove(replay.view());
        end.accept(clock.instant());
    }

    private void forgetOldest() {
        Set<Replay> busy = new HashSet<>(running.values());
        Iterator<Replay> oldest = replays.values().iterator();
        while (replays.size() > kept && oldest.hasNext()) {
            if (!busy.contains(oldest.next())) {
                oldest.remove();
            }
        }
    }

    private void run(Replay replay) {
        try {
            replayer.run(replay);
            over(replay, replay::ended);
            LOG.info("{}", replay.json());
        } catch (RuntimeException | OutOfMemoryError e) {
            over(replay, now -> replay.failed(Failure.of(e), now));
            told("The replay of " + replay.view(), e);
        }
        watcher.accept(replay.view(), replay.state().name());
    }

    private void run(Replay replay, SwitchOver switchOver) {
        try {
            long position = replayer.switchOver(replay.view());
            over(replay, now -> switchOver.done(position, now));
            LOG.info("{} is switched over: {}", replay.view(), switchOver.json());
        } catch (RuntimeException | OutOfMemoryError e) {
            over(replay, now -> switchOver.failed(Failure.of(e), now));
            told("Switching " + replay.view() + " over", e);
        }
    }

    private void told(String what, Throwable e) {
        if (open) {
            LOG.error("{} failed", what, e);
        } else {
            LOG.info("{} was cut off: the service ends", what);
        }
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("A replay does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
