package dev.creatorledger.query.chain;

import dev.creatorledger.platform.chain.ChainBroken;
import dev.creatorledger.platform.chain.EventChain;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.start.StartRefused;
import dev.creatorledger.platform.store.StoredEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links events and signs checkpoints, once it has seen that what is stored fits the last ones (U3). Where it does not
 * fit, it says so and does nothing more until the service is started anew; whatever happens here, money flows on.
 */
public final class ChainKeeper {

    /** How many steps of linking a page waits for. */
    private static final int NEAR = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);

    private final EventChain chain;
    private final StoredEvents events;
    private final ChainSettings settings;
    private final Clock clock;
    private final Checkpoints checkpoints;
    private final Instant since;
    private boolean checked;
    private @Nullable CheckpointKey key;
    private volatile @Nullable String broken;
    private volatile long linked;

    /** Keeps the chain of a store. */
    public ChainKeeper(EventChain chain, StoredEvents events, ChainSettings settings, Clock clock) {
        this.chain = chain;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.checkpoints = new Checkpoints(Path.of(settings.checkpoints()));
        this.since = clock.instant();
    }

    /** What does not fit; null as long as everything does. */
    @Nullable
    String broken() {
        return broken;
    }

    /** The position up to which events were linked when it last looked. */
    long linked() {
        return linked;
    }

    /** When the newest checkpoint was signed; null if there is none. */
    @Nullable
    Instant lastCheckpointAt() {
        return settings.checkpoints().isEmpty()
                ? null
                : checkpoints.newest().map(Checkpoint::at).orElse(null);
    }

    /** The sequence of the newest checkpoint, 0 if there is none; null where none are made. */
    @Nullable
    Long signedUpTo() {
        return settings.checkpoints().isEmpty()
                ? null
                : Long.valueOf(checkpoints.newest().map(Checkpoint::sequence).orElse(0L));
    }

    /**
     * Looks whether an older state of the store was restored than the newest checkpoint knows: to go on from there would
     * give other events the numbers of those that are proved.
     *
     * @throws StartRefused if so
     */
    public void refuseAnOlderState() {
        Long signed = newestSigned();
        long head = events.head();
        if (signed != null && head < signed) {
            throw new StartRefused(List.of("The events end at " + head + ", and a checkpoint was signed of " + signed
                    + ": an older state of the events was restored. Restore a newer backup. If there is none, the events"
                    + " in between are lost: move the checkpoints of more than " + head + " out of "
                    + settings.checkpoints() + ", keep them for the auditor, and start again"));
        }
    }

    private @Nullable Long newestSigned() {
        try {
            return signedUpTo();
        } catch (UncheckedIOException e) {
            LOG.debug("The keeper will tell it", e);
            return null;
        }
    }

    /** Links everything that is stored by now, in bounded steps, so that others who wait get their turn. */
    public void catchUp() {
        long head = events.head();
        while (step() < head) {
            // Until then.
        }
    }

    /**
     * Links up to a position, if that is near: what is asked of a page is bounded, and the keeper goes on by itself.
     *
     * @throws ChainBroken if what is stored does not fit
     */
    public void follow(long position) {
        long reached = linked;
        for (int steps = 0; reached < position && steps < NEAR; steps++) {
            reached = step();
        }
    }

    private synchronized long step() {
        return unlessBroken(() -> {
            linked = chain.extend(settings.batch());
            return linked;
        });
    }

    /** Makes a checkpoint if the last one is old, and anything is new. */
    void signIfDue() {
        if (settings.checkpoints().isEmpty()) {
            return;
        }
        Optional<Checkpoint> newest = checkpoints.newest();
        Instant last = newest.map(Checkpoint::at).orElse(since);
        boolean news = events.head() > newest.map(Checkpoint::sequence).orElse(0L);
        if (news && !clock.instant().isBefore(last.plus(settings.checkpointEvery()))) {
            Made made = sign();
            LOG.info("Checkpoint {} was made", made.checkpoint().sequence());
        }
    }

    /**
     * A checkpoint, and whether it was made just now.
     *
     * @param created whether it is new
     */
    record Made(Checkpoint checkpoint, boolean created) {}

    /**
     * A checkpoint that covers everything stored by now; the newest one, if there is nothing new.
     *
     * @throws Refusal CHAIN_BROKEN if what is stored does not fit, UNAVAILABLE if there is no folder for checkpoints
     */
    Made sign() {
        if (settings.checkpoints().isEmpty()) {
            throw new Refusal(ErrorCode.UNAVAILABLE, "No folder for checkpoints is set: ledger.chain.checkpoints");
        }
        try {
            catchUp();
            return signHere();
        } catch (ChainBroken e) {
            throw new Refusal(ErrorCode.CHAIN_BROKEN, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            LOG.error("A checkpoint cannot be written or read", e);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The folder of checkpoints or its key cannot be used");
        }
    }

    private synchronized Made signHere() {
        return unlessBroken(() -> checkpoints.alone(() -> {
            Optional<Checkpoint> newest = checkpoints.newest();
            newest.ifPresent(this::compare);
            if (newest.isPresent() && newest.get().sequence() >= linked) {
                return new Made(newest.get(), false);
            }
            CheckpointKey signer = key(newest.isEmpty());
            byte[] hash = chain.hashAt(linked).orElseThrow(() -> new ChainBroken("Event " + linked + " lost its link"));
            Checkpoint made = signer.signed(Checkpoint.unsigned(linked, hash, clock.instant(), signer));
            checkpoints.keep(made);
            return new Made(made, true);
        }));
    }

    /** The checkpoints with a smaller sequence, newest first. */
    List<Checkpoint> before(long sequence, int limit) {
        return settings.checkpoints().isEmpty() ? List.of() : checkpoints.before(sequence, limit);
    }

    private interface Work<T> {
        T done();
    }

    private <T> T unlessBroken(Work<T> work) {
        String known = broken;
        if (known != null) {
            throw new ChainBroken(known);
        }
        try {
            if (!checked) {
                check();
                checked = true;
            }
            return work.done();
        } catch (ChainBroken e) {
            broken = e.getMessage();
            LOG.error("The chain of events is broken, nothing more is linked or signed: {}", e.getMessage());
            throw e;
        }
    }

    /** Compares what is stored with the newest checkpoint, and the last events with their links. */
    private void check() {
        linked = chain.linked();
        long head = events.head();
        if (head < linked) {
            throw new ChainBroken("The store ends at " + head + ", and events were linked up to " + linked);
        }
        compareWithNewest();
        chain.check(Math.max(0, linked - settings.checkAtStart()), linked);
    }

    private void compareWithNewest() {
        if (settings.checkpoints().isEmpty()) {
            return;
        }
        try {
            Optional<Checkpoint> newest = checkpoints.newest();
            key(newest.isEmpty());
            newest.ifPresent(this::compare);
        } catch (UncheckedIOException e) {
            throw new ChainBroken("The newest checkpoint or its key cannot be read: " + e.getMessage());
        }
    }

    private void compare(Checkpoint checkpoint) {
        CheckpointKey signer = key(false);
        // One of an earlier key is compared all the same; who signed it, the verifier tells.
        if (checkpoint.keyId().equals(signer.id()) && !signer.hasSigned(checkpoint)) {
            throw new ChainBroken("The checkpoint of " + checkpoint.sequence() + " is not as it was signed");
        }
        byte[] hash = chain.hashAt(checkpoint.sequence())
                .orElseThrow(() -> new ChainBroken("Events are linked up to " + chain.linked()
                        + ", and a checkpoint was signed of " + checkpoint.sequence()));
        if (!Arrays.equals(hash, hashOf(checkpoint))) {
            throw new ChainBroken("Event " + checkpoint.sequence() + " has another hash than its checkpoint says");
        }
    }

    private static byte[] hashOf(Checkpoint checkpoint) {
        try {
            return HexFormat.of().parseHex(checkpoint.hash());
        } catch (IllegalArgumentException e) {
            throw new ChainBroken("The checkpoint of " + checkpoint.sequence() + " has no hash");
        }
    }

    private CheckpointKey key(boolean mayMake) {
        CheckpointKey known = key;
        if (known == null) {
            try {
                known = CheckpointKey.in(Path.of(settings.keys()), mayMake);
            } catch (IOException e) {
                throw new UncheckedIOException("The key for checkpoints cannot be read: " + e.getMessage(), e);
            }
            key = known;
        }
        return known;
    }
}
